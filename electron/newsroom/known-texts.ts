import { readFile } from 'node:fs/promises';
import type { PublishedRelease } from '../../shared/newsroom/model';
import { mediaOf } from '../../shared/release/media';
import type { MediaName, Release, ReleaseId, VersionHash } from '../../shared/release/model';
import { isSame } from '../../shared/same';
import { stampOfFile, stampOfFolder } from './file-stamp';
import { RELEASE_FILE } from './folders';
import { objectFile } from './history';
import { logFolder } from './history-log';
import { type LightParts, lightPartsOf } from './light-release';
import { systemCode } from './save-file';
import { sha256 } from './sha256';
import { writeSaving } from './write-saving';

/*
 * What is known of published texts from the last time they were read, so that those whose files are the same are not read
 * again. It lies in the app's own data and may be lost: then every text is read once more. It is believed only where it
 * says so itself (a sum over all of it), for the same program. Of a text that is not public nothing is kept in it.
 */

/** Of one published release. */
export type KnownText = {
  /** What the disk said of its files. */
  readonly stamp: string;
  /** The hash of `release.json`. */
  readonly hash: string;
  readonly version: VersionHash;
  readonly chain: string | null;
  /** The pictures of its published text. */
  readonly media: readonly MediaName[];
  readonly frozen: LightParts;
  /** The texts from before its corrections. */
  readonly earlier: readonly { readonly version: VersionHash; readonly parts: LightParts }[];
  /** What the working text has for itself. */
  readonly current: Pick<Release, 'state' | 'embargo' | 'publication'>;
};
export type KnownTexts = ReadonlyMap<ReleaseId, KnownText>;

/** What the disk says of all the files that a published release is read from, and of its folder: a copy of its file may come. */
export const stampOfTexts = (folder: string, versions: readonly VersionHash[]): string =>
  `${stampOfFile(`${folder}/${RELEASE_FILE}`)}|${stampOfFile(folder)}|${versions.map((version) => stampOfFile(objectFile(folder, version))).join('|')}|${stampOfFolder(logFolder(folder))}`;

/**
 * What is known of a published release from its two texts, to be kept if it turns out to be public; null where the working
 * text, or what was let pass in it, says more than the published one.
 */
export const knownText = (
  files: Pick<KnownText, 'stamp' | 'hash' | 'version' | 'chain' | 'earlier'>,
  { current, frozen }: Pick<PublishedRelease, 'current' | 'frozen'>,
): KnownText | null => {
  const { state, embargo, publication } = current;
  if (publication === null || publication.change !== null || current.overrides.length > 0) return null;
  const parts = lightPartsOf(frozen);
  const own = { state, embargo, publication };
  return isSame({ ...parts, ...own }, lightPartsOf(current))
    ? { ...files, media: mediaOf(frozen), frozen: parts, current: own }
    : null;
};

const head = (program: string, rest: Uint8Array): string => JSON.stringify({ format: 2, program, sum: sha256(rest) });

/** What was read, and from which file: where nothing is to be added, it stands there already. */
const asRead = new WeakMap<KnownTexts, string>();

/** Reads what was kept; nothing where it is not there, not whole, or another program's. */
export const readKnownTexts = async (file: string, program: string): Promise<KnownTexts> => {
  try {
    const bytes = await readFile(file);
    const end = bytes.indexOf('\n');
    const rest = bytes.subarray(end + 1);
    if (bytes.toString('utf8', 0, end) !== head(program, rest)) return new Map();
    const known = new Map(JSON.parse(rest.toString('utf8')) as [ReleaseId, KnownText][]);
    asRead.set(known, file);
    return known;
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return new Map();
  }
};

/**
 * Keeps what is `known` of texts that are public; writes nothing where that is what was read, all of it. A disk's failure
 * is given back and not thrown: it is only a saving.
 */
export const writeKnownTexts = async (
  file: string,
  program: string,
  known: KnownTexts,
  isOpen: (id: ReleaseId) => boolean,
): Promise<Error | null> => {
  const rows = [...known].filter(([id]) => isOpen(id));
  if (asRead.get(known) === file && rows.length === known.size) return null;
  const rest = Buffer.from(JSON.stringify(rows), 'utf8');
  return writeSaving(file, Buffer.concat([Buffer.from(`${head(program, rest)}\n`, 'utf8'), rest]));
};
