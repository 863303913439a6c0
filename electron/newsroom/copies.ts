import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { sha256Hex } from '../../shared/digest';
import { isVersion } from '../../shared/newsroom/thin';
import { laterEmbargo } from '../../shared/release/embargo';
import type { Embargo, Instant, Release, ReleaseId, VersionHash } from '../../shared/release/model';
import { isMediaName } from '../../shared/release/media';
import { parseReleaseText } from '../../shared/release/parse';
import { mergeReviews } from '../../shared/review/merge';
import type { Review } from '../../shared/review/model';
import { REVIEW_FILE, parseReview } from '../../shared/review/parse';
import { writtenForm } from '../../shared/unknown';
import { mediaFolder } from '../media/media-folder';
import { LOCK_FILE } from '../lock/lock-file';
import { type CopyName, copyOf } from './copy-names';
import { type FoundFolder, PEOPLE_FILE, RELEASE_FILE, SETTINGS_FILE, TEXT_FILE } from './folders';
import { namesIn, objectsFolder, readIfThere, versionHash } from './history';
import { type Log, logFolder, readLogs } from './history-log';
import { faultText } from './read-all';
import { type Reads, readItself } from './reads';
import { readRelease } from './release-file';
import { readReview } from './review-file';
import { parseWhole } from './whole-text';

/* What sync programs keep beside a file that two machines wrote. Nothing here is written: it is found and judged. */

export type FoundCopy = {
  /** Paths below the newsroom. */
  readonly where: string;
  readonly original: string;
  readonly name: CopyName;
  /** When it was last written. */
  readonly at: Instant;
  readonly release: ReleaseId | null;
  readonly verdict: Verdict;
};

export type Verdict =
  /** Nothing stands in it that is not elsewhere, `because` a whole sentence: it may be moved aside. */
  | { readonly kind: 'spare'; readonly because: string }
  /** A text of a history that is missing there, whole: it may be put in its place. */
  | { readonly kind: 'object' }
  /** A log with lines that the log of the device does not have, `because` a whole sentence. */
  | { readonly kind: 'log'; readonly because: string }
  /** Another text of the release: a person decides. */
  | { readonly kind: 'text'; readonly text: Release; readonly object: VersionHash }
  /** Remarks, with what stands in the file as well: it may take the file's place. */
  | { readonly kind: 'review'; readonly merged: Review }
  /** Other settings, or other people: a person decides. */
  | { readonly kind: 'document' }
  | { readonly kind: 'unreadable'; readonly message: string };

type Candidate = { readonly folder: string; readonly original: string; readonly name: string; readonly copy: CopyName };

/** The conflict copies in the newsroom's own folder. */
export const copiesAtTop = async (newsroom: string): Promise<readonly FoundCopy[]> => {
  const found = candidatesIn(newsroom, await namesIn(newsroom), [SETTINGS_FILE, PEOPLE_FILE, LOCK_FILE]);
  return Promise.all(found.map((each) => judged('', null, each, () => judgeDocument(each))));
};

/** The conflict copies in a release's folder and in its history. */
export const copiesIn = async (newsroom: string, { path, id }: FoundFolder): Promise<readonly FoundCopy[]> => {
  if (id === null) return [];
  const place = join(newsroom, path);
  const make = (below: string, judge: (each: Candidate) => Promise<Verdict>) => (each: Candidate) =>
    judged(below === '' ? path : `${path}/${below}`, id, each, () => judge(each));
  const texts = candidatesIn(place, await namesIn(place), [RELEASE_FILE, TEXT_FILE, REVIEW_FILE]);
  const logs = await logCopies(place);
  const objects = objectCopies(objectsFolder(place), await namesIn(objectsFolder(place)));
  return Promise.all([
    ...texts.map(make('', (each) => judgeText(place, id, each))),
    ...logs.copies.map(make('history/log', (each) => judgeLog(each, logs.logs))),
    ...objects.map(make('history/objects', judgeObject)),
    ...mediaCopies(mediaFolder(place), await namesIn(mediaFolder(place))).map(make('media', judgeMedia)),
  ]);
};

/** The latest embargo that a conflict copy of a release's file sets; null where none does. `place` is the release's folder, absolute. */
export const embargoInCopies = async (place: string, id: ReleaseId, reads: Reads): Promise<Embargo | null> => {
  let latest: Embargo | null = null;
  for (const { name } of candidatesIn(place, await namesIn(place, reads), [RELEASE_FILE])) {
    const path = join(place, name);
    const copy = parseWhole(await reads.file(path), path, parseReleaseText);
    if (copy.ok && copy.value.id === id) latest = laterEmbargo(latest, copy.value.embargo);
  }
  return latest;
};

const candidatesIn = (folder: string, names: readonly string[], originals: readonly string[]): readonly Candidate[] =>
  names.flatMap((name) => {
    for (const original of originals) {
      const copy = copyOf(original, name);
      if (copy !== null) return [{ folder, original, name, copy }];
    }
    return [];
  });

const HASH = /^[0-9a-f]{64}/u;

const objectCopies = (folder: string, names: readonly string[]): readonly Candidate[] =>
  names.flatMap((name) => {
    const hash = HASH.exec(name)?.[0];
    const original = hash === undefined ? null : `${hash}.json`;
    const copy = original === null ? null : copyOf(original, name);
    return original === null || copy === null ? [] : [{ folder, original, name, copy }];
  });

const MEDIA = /^([0-9a-f]{64}).*(\.[a-z]+)$/u;

const mediaCopies = (folder: string, names: readonly string[]): readonly Candidate[] =>
  names.flatMap((name) => {
    const [, hash = '', ending = ''] = MEDIA.exec(name) ?? [];
    const original = `${hash}${ending}`;
    const copy = isMediaName(original) && name !== original ? copyOf(original, name) : null;
    return copy === null ? [] : [{ folder, original, name, copy }];
  });

/** The logs of a release, and the copies of one among them. */
const logCopies = async (place: string): Promise<{ readonly logs: readonly Log[]; readonly copies: Candidate[] }> => {
  const folder = logFolder(place);
  const names = await namesIn(folder);
  // A copy lies beside what it is a copy of; most releases have one log.
  if (names.length < 2) return { logs: [], copies: [] };
  const logs = await readLogs(place);
  const copies = names.flatMap((name) => {
    if (!name.endsWith('.jsonl') || logs.some(({ device }) => name === `${device}.jsonl`)) return [];
    const original = logs.map(({ device }) => `${device}.jsonl`).find((log) => copyOf(log, name) !== null);
    const copy = original === undefined ? null : copyOf(original, name);
    return original === undefined || copy === null ? [] : [{ folder, original, name, copy }];
  });
  return { logs, copies };
};

const judged = async (
  below: string,
  release: ReleaseId | null,
  { folder, original, name, copy }: Candidate,
  judge: () => Promise<Verdict>,
): Promise<FoundCopy> => {
  const at = (file: string): string => (below === '' ? file : `${below}/${file}`);
  const { mtime } = await stat(join(folder, name));
  return {
    where: at(name),
    original: at(original),
    name: copy,
    at: mtime.toISOString(),
    release,
    verdict: await judge(),
  };
};

const spare = (because: string): Verdict => ({ kind: 'spare', because });

const judgeDocument = async ({ folder, original, name }: Candidate): Promise<Verdict> => {
  if (original === LOCK_FILE) return spare('A lock holds no words.');
  const [there, copy] = [await readIfThere(join(folder, original)), await readItself(join(folder, name))];
  return there?.equals(copy) === true ? spare(`It was the same as ${original}.`) : { kind: 'document' };
};

const judgeText = async (place: string, id: ReleaseId, { folder, original, name }: Candidate): Promise<Verdict> => {
  if (original === TEXT_FILE) return spare('The plain text is made from release.json.');
  if (original === REVIEW_FILE) return judgeReview(place, id, join(folder, name));
  const path = join(folder, name);
  const parsed = parseWhole(await readItself(path), path, parseReleaseText);
  if (!parsed.ok) return { kind: 'unreadable', message: faultText(parsed.fault) };
  if (parsed.value.id !== id) return { kind: 'unreadable', message: `It is of another release, ${parsed.value.id}.` };
  const object = versionHash(parsed.value);
  const there = await readRelease(place, id);
  if (there.ok && there.value.version === object) return spare(`It had the same text as ${original}.`);
  const draft = (await readLogs(place))
    .flatMap(({ lines }) => lines)
    .find((line) => isVersion(line) && line.kind === 'draft' && line.object === object);
  if (draft !== undefined && isVersion(draft)) return spare(`Its text is the draft “${draft.name}”.`);
  return { kind: 'text', text: parsed.value, object };
};

/** A picture is known by its bytes, and never changes: a copy is the same, whole where the picture is not, or nothing. */
const judgeMedia = async ({ folder, original, name }: Candidate): Promise<Verdict> => {
  const hash = original.slice(0, 64);
  const [there, copy] = [await readIfThere(join(folder, original)), await readItself(join(folder, name))];
  if (there !== null && sha256Hex(there) === hash) return spare(`The picture itself, ${original}, is whole.`);
  return sha256Hex(copy) === hash ? { kind: 'object' } : { kind: 'unreadable', message: 'It is not that picture.' };
};

const judgeReview = async (place: string, id: ReleaseId, path: string): Promise<Verdict> => {
  const copy = parseWhole(await readItself(path), path, parseReview);
  if (!copy.ok) return { kind: 'unreadable', message: faultText(copy.fault) };
  if (copy.value.release !== id)
    return { kind: 'unreadable', message: `It is of another release, ${copy.value.release}.` };
  const there = await readReview(place, id);
  if (!there.ok) return { kind: 'unreadable', message: faultText(there.fault) };
  const merged = mergeReviews(there.value.review, copy.value);
  return writtenForm(merged) === writtenForm(there.value.review)
    ? spare(`All its remarks stand in ${REVIEW_FILE}.`)
    : { kind: 'review', merged };
};

const judgeLog = async ({ folder, original, name }: Candidate, logs: readonly Log[]): Promise<Verdict> => {
  const text = (await readItself(join(folder, name))).toString('utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  const there = logs.find(({ device }) => original === `${device}.jsonl`)?.texts ?? [];
  if (lines.every((line, index) => there[index] === line)) return spare(`All its lines stand in ${original}.`);
  const has = new Set(there);
  const more = lines.filter((line) => !has.has(line)).length;
  return {
    kind: 'log',
    because: `It has ${more === 1 ? 'a line' : `${more} lines`} that ${original} does not have: the folder was copied, or put back. They are kept in it.`,
  };
};

const judgeObject = async ({ folder, original, name }: Candidate): Promise<Verdict> => {
  const hash = basename(original, '.json');
  if (sha256Hex(await readItself(join(folder, name))) !== hash)
    return { kind: 'unreadable', message: 'It is not the text that its name says.' };
  const there = await readIfThere(join(folder, original));
  if (there !== null && sha256Hex(there) === hash) return spare('It was the same text.');
  return { kind: 'object' };
};
