import type { z } from 'zod';
import { emptyRelease } from './empty';
import { migrate } from './migrate';
import type { Release, ReleaseId } from './model';
import { releaseIdSchema, releaseSchema } from './parse';

type Bag = Record<PropertyKey, unknown>;

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null;
const at = (value: unknown, key: PropertyKey): unknown => (isBag(value) ? value[key] : undefined);

/** All words of a block or a run, whatever else is wrong with it. */
const wordsOf = (entry: unknown): string => {
  const runs = at(entry, 'runs');
  const text = at(entry, 'text');
  return Array.isArray(runs) ? runs.map(wordsOf).join('') : typeof text === 'string' ? text : '';
};

/** What a block or a run is when nothing but its words is taken; undefined where it has none. */
const plain = (entry: unknown): unknown => {
  const text = wordsOf(entry);
  if (text === '') return undefined;
  return at(entry, 'runs') === undefined ? { text } : { type: 'paragraph', runs: [{ text }] };
};

/** Takes away what is wrong in a document at the end of a path, or whatever lacks something there. */
const takeAway = (document: unknown, path: readonly PropertyKey[]): void => {
  const owner = path.slice(0, -1).reduce(at, document);
  const key = path.at(-1);
  if (key === undefined || !isBag(owner)) return;
  if (!(key in owner)) takeAway(document, path.slice(0, -1));
  else if (Array.isArray(owner)) owner[key] = plain(owner[key]);
  else delete owner[key];
};

const places = (error: z.ZodError): readonly (readonly PropertyKey[])[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
  );

/** A copy without members that are undefined, and with all parts that a release has. */
const filled = (document: unknown, id: ReleaseId): unknown => {
  const copy = JSON.parse(JSON.stringify(document), (_, value: unknown) =>
    Array.isArray(value) ? value.filter((each) => each !== null) : value,
  ) as Bag;
  const empty = emptyRelease(id);
  const dateline = at(copy, 'dateline');
  return { ...empty, ...copy, ...(isBag(dateline) ? { dateline: { ...empty.dateline, ...dateline } } : {}) };
};

/** More passes than any release needs: each takes away what the one before it found wrong. */
const PASSES = 20;

/**
 * The release of a value that is none, with all its words: for keeping what may not be saved. Where a part is wrong, an
 * address, a day, a thing of no kind that is known, it is left out, and of a block or a run its words stay. Null where
 * not even an id can be read.
 */
export const salvaged = (value: unknown): Release | null => {
  const migrated = migrate(value);
  const id = releaseIdSchema.safeParse(at(value, 'id'));
  if (!migrated.ok || !id.success) return null;
  let document = migrated.value;
  for (let pass = 0; pass < PASSES; pass += 1) {
    const parsed = releaseSchema.safeParse(document);
    if (parsed.success) return parsed.data;
    document = filled(document, id.data);
    for (const path of places(parsed.error)) takeAway(document, path);
    document = filled(document, id.data);
  }
  return null;
};
