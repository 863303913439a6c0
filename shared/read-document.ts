import type { z } from 'zod';
import { type StrayKeys, carrying, without } from './unknown';

/** What came of reading a document. */
export type ReadDocument<Value> =
  | { readonly kind: 'whole'; readonly value: Value }
  /** It is whole but for keys that are not known, in places, or so deep, that they cannot be carried: `where` is the first. */
  | { readonly kind: 'beyond'; readonly where: string }
  | { readonly kind: 'invalid'; readonly error: z.ZodError };

/** A document that holds what is not known may be nested so deep. Nested without end it could be read, and never written again. */
const DEEPEST = 100;

const isTooDeep = (document: unknown): boolean => {
  let level = [document];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? (Object.values(each) as unknown[]) : [],
    );
  }
  return false;
};

const strayIn = (error: z.ZodError): readonly StrayKeys[] =>
  error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? [{ path: issue.path, keys: issue.keys }] : []));

/**
 * Reads a parsed JSON value by a strict schema. Keys that are not known travel with what was read, so that they are there
 * again when it is written. `mayCarry` says in which objects they may; in others the document cannot be written again.
 */
export const readDocument = <Value extends object>(
  schema: z.ZodType<Value>,
  document: unknown,
  mayCarry: (path: readonly PropertyKey[]) => boolean,
): ReadDocument<Value> => {
  const parsed = schema.safeParse(document);
  if (parsed.success) return { kind: 'whole', value: parsed.data };
  const stray = strayIn(parsed.error);
  const known = without(document, stray);
  const again = schema.safeParse(known);
  if (!again.success) return { kind: 'invalid', error: stray.length === 0 ? parsed.error : again.error };
  const beyond = stray.find(({ path }) => !mayCarry(path)) ?? (isTooDeep(document) ? stray[0] : undefined);
  if (beyond !== undefined) return { kind: 'beyond', where: [...beyond.path, ...beyond.keys].join('.') };
  return { kind: 'whole', value: carrying(again.data, document, known, stray) };
};

/** What is known of a document by a strict schema, for showing only; null where that is not enough to make one of it. */
export const readKnown = <Value>(schema: z.ZodType<Value>, document: unknown): Value | null => {
  const parsed = schema.safeParse(document);
  if (parsed.success) return parsed.data;
  const again = schema.safeParse(without(document, strayIn(parsed.error)));
  return again.success ? again.data : null;
};
