import { z } from 'zod';
import { type Fault, fault } from '../fault';
import { firstProblem } from '../release/parse';
import { type Result, failed, ok } from '../result';
import { BACKUP_FORMAT, BACKUP_REASONS, type BackupFacts, type BackupManifest } from './model';

/** In a backup: the manifest, and the folder in which the newsroom's files stand. */
export const MANIFEST_NAME = 'manifest.json';
export const FILES_FOLDER = 'newsroom/';

const count = z.int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const facts = {
  format: z.literal(BACKUP_FORMAT),
  at: z.iso.datetime({ precision: 3 }),
  why: z.enum(BACKUP_REASONS),
  standfirst: z.string(),
  organisation: z.string(),
  releases: count,
  files: count,
  bytes: count,
  leftOut: count,
  stamp: hash,
};
const factsSchema = z.strictObject(facts) satisfies z.ZodType<BackupFacts>;
const manifestSchema = z.strictObject({
  ...facts,
  contents: z.array(z.strictObject({ path: z.string(), size: count, sha256: hash })),
}) satisfies z.ZodType<BackupManifest>;

const laterFormat = z.looseObject({ format: z.int().gt(BACKUP_FORMAT) });

/** Reads what a backup says of itself in its comment; null where it is not the comment of a backup. */
export const parseFacts = (text: string): BackupFacts | null => {
  const parsed = factsSchema.safeParse(jsonOf(text));
  return parsed.success ? parsed.data : null;
};

/**
 * Reads the manifest of a backup. Faults: `unreadable`, `newer-format`, `invalid`; also `invalid` where a path would lead out of the
 * newsroom, stands twice, or the counts are not those of the contents.
 */
export const parseManifest = (text: string): Result<BackupManifest, Fault> => {
  const value = jsonOf(text);
  if (value === undefined) return failed(fault('unreadable', 'The manifest of the backup is damaged.'));
  const later = laterFormat.safeParse(value);
  if (later.success)
    return failed(
      fault('newer-format', 'This backup was made by a later Standfirst. It is left as it is.', {
        detail: `format ${later.data.format}, and this Standfirst reads up to ${BACKUP_FORMAT}`,
      }),
    );
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success)
    return failed(
      fault('invalid', 'The manifest of the backup has a form that Standfirst does not know.', {
        detail: firstProblem(parsed.error),
      }),
    );
  const { contents, files, bytes } = parsed.data;
  const outside = contents.find(({ path }) => !isInside(path));
  if (outside !== undefined)
    return failed(fault('invalid', 'The backup names a file outside the newsroom.', { detail: outside.path }));
  if (new Set(contents.map(({ path }) => path)).size < contents.length)
    return failed(fault('invalid', 'The backup names a file twice.'));
  if (contents.length !== files || contents.reduce((sum, { size }) => sum + size, 0) !== bytes)
    return failed(fault('invalid', 'The manifest of the backup does not agree with itself.'));
  return ok(parsed.data);
};

/**
 * Whether a path is one below a folder and nothing else, on every system: no root, no drive, no way up, no empty part, no
 * backslash, nothing that ends a name early.
 */
export const isInside = (path: string): boolean =>
  !/[\\\0]|^[A-Za-z]:/.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
