import { dirname, join, sep } from 'node:path';
import { sha256Hex } from '../../shared/digest';
import { lineHash } from '../../shared/newsroom/chain';
import type { HistoryLine, ThinnedLine, VersionKind, VersionLine } from '../../shared/newsroom/model';
import { parseHistoryLine } from '../../shared/newsroom/parse';
import { isVersion, mayThin } from '../../shared/newsroom/thin';
import type { VersionHash } from '../../shared/release/model';
import { copyOf } from './copy-names';
import { LOOKS } from './anew';
import type { FileSystem } from './file-system';
import { namesIn, objectsIn } from './history';
import { readOrThrow } from './placeholder';
import { type Reads, patiently } from './reads';
import { ChangedMeanwhile, saveFile, saveFolder } from './save-file';

/* `history/log/<device>.jsonl` has one line a version, each with the hash of the line before, one log a device so that a
   synced folder never conflicts on it. `folder` is the release's folder, absolute. */

export const FIRST_PREVIOUS = '0'.repeat(64);

export const logFolder = (folder: string): string => `${folder}${sep}history${sep}log`;
/** Where a log lies, below the release's folder. */
export const logName = (device: string): string => `history/log/${device}.jsonl`;

type Place = 'seq' | 'previous';
export type NewVersion = Omit<VersionLine, Place>;
export type NewThinning = Omit<ThinnedLine, Place>;
/** A line with what its place in the log gives it. */
type Placed<New> = { readonly seq: number } & New & { readonly previous: string };
export type Appended<Line> = {
  readonly line: Line;
  /** Every line of the log as it now stands. */
  readonly texts: readonly string[];
};

/**
 * Adds a line to a device's log. What stands there already is kept byte for byte, whatever it is; so is a line that another
 * program adds meanwhile, and the new one follows from it.
 */
export const appendLine = async <New extends NewVersion | NewThinning>(
  folder: string,
  device: string,
  line: New,
  fs: FileSystem,
): Promise<Appended<Placed<New>>> => {
  const path = join(folder, logName(device));
  for (let looks = 1; looks <= LOOKS; looks += 1) {
    try {
      return await appendTo(path, line, fs);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
    }
  }
  // Not told as changed: whoever reads that does everything once more, and some of it is on the disk by now.
  throw Object.assign(new Error(`Another program keeps writing ${path}`), { code: 'EBUSY' });
};

const appendTo = async <New extends NewVersion | NewThinning>(
  path: string,
  line: New,
  fs: FileSystem,
): Promise<Appended<Placed<New>>> => {
  // A log that is begun anew while the one before is away would be two histories.
  const before = (await readOrThrow(path)) ?? NOTHING;
  const lines = linesOf(before.toString('utf8'));
  const last = lines.at(-1);
  const parsed = last === undefined ? null : parseHistoryLine(last);
  const full = {
    seq: (parsed?.ok ? parsed.value.seq : lines.length) + 1,
    ...line,
    previous: last === undefined ? FIRST_PREVIOUS : lineHash(last),
  };
  const text = JSON.stringify(full);
  await saveFolder(dirname(path), fs);
  const gap = before.length === 0 || before.at(-1) === NEW_LINE ? '' : '\n';
  await saveFile(path, Buffer.concat([before, Buffer.from(`${gap}${text}\n`, 'utf8')]), fs, before);
  return { line: full, texts: [...lines, text] };
};

const NOTHING = Buffer.alloc(0);
const NEW_LINE = 0x0a;

const linesOf = (text: string): readonly string[] => text.split('\n').filter((each) => each !== '');

/** One device's log as it stands: lines that can be read, and what is wrong with it. */
export type Log = {
  readonly device: string;
  readonly lines: readonly HistoryLine[];
  /** Every line as it is written. */
  readonly texts: readonly string[];
  /** By what each line is known. */
  readonly hashes: readonly string[];
  readonly problems: readonly string[];
};

const DEVICE_LOG = /^[a-z0-9]+(?:-[a-z0-9]+)*\.jsonl$/;

/** Reads every log of a release, without the copies that sync programs make of one. A broken line or chain is told in `problems`, never thrown. */
export const readLogs = async (folder: string, reads: Reads = patiently): Promise<readonly Log[]> => {
  const read: { readonly name: string; readonly texts: readonly string[] }[] = [];
  for (const name of await namesIn(logFolder(folder), reads)) {
    if (!name.endsWith('.jsonl') || name.startsWith('.')) continue;
    read.push({ name, texts: linesOf((await reads.file(join(logFolder(folder), name))).toString('utf8')) });
  }
  // A device's name may look like a copy's (`desk-2`): a copy of a log begins with the same line, another log never does.
  const isCopy = (name: string, texts: readonly string[]): boolean =>
    read.some(
      (log) =>
        copyOf(log.name, name) !== null && (!DEVICE_LOG.test(name) || texts.length === 0 || texts[0] === log.texts[0]),
    );
  const logs = read.filter(({ name, texts }) => !isCopy(name, texts));
  // Elsewhere a line that says what it was before is taken as it stands: it would hide a change.
  const hashOf = logs.some(({ texts }) => texts.some(isRemoval)) ? lineHash : sha256Hex;
  return logs.map(({ name, texts }) => {
    const hashes = texts.map((text) => hashOf(text));
    return { device: name.slice(0, -'.jsonl'.length), texts, hashes, ...checkedLines(texts, hashes) };
  });
};

const isRemoval = (text: string): boolean => {
  if (!text.includes('"removed"')) return false;
  const parsed = parseHistoryLine(text);
  return parsed.ok && parsed.value.kind === 'removed';
};

const checkedLines = (texts: readonly string[], hashes: readonly string[]): Pick<Log, 'lines' | 'problems'> => {
  const lines: HistoryLine[] = [];
  const problems: string[] = [];
  let previous = FIRST_PREVIOUS;
  for (const [index, text] of texts.entries()) {
    const parsed = parseHistoryLine(text);
    if (!parsed.ok) problems.push(`line ${index + 1}: ${parsed.fault.message}`);
    else {
      lines.push(parsed.value);
      if (parsed.value.previous !== previous) problems.push(`line ${index + 1} does not follow from the line before`);
    }
    previous = hashes[index] ?? '';
  }
  return { lines, problems };
};

/**
 * Every line of a release's logs, oldest first. A log's own order is the true one, also where its computer's clock was
 * set back meanwhile; lines of different logs are ordered by time.
 */
export const inOrder = (logs: readonly Log[]): readonly HistoryLine[] =>
  logs
    .flatMap(({ device, lines }) => {
      let latest = '';
      return lines.map((line) => {
        if (line.time > latest) latest = line.time;
        return { device, line, time: latest };
      });
    })
    .sort((a, b) => compare(a.time, b.time) || compare(a.device, b.device) || a.line.seq - b.line.seq)
    .map((row) => row.line);

/** The texts that some line says were thinned out. */
export const thinnedObjects = (lines: readonly HistoryLine[]): ReadonlySet<VersionHash> =>
  new Set(lines.flatMap((line) => (isVersion(line) ? [] : line.objects)));

/** Every version of a release from all devices, oldest first; those whose text was thinned out are left out. */
export const readVersions = async (folder: string): Promise<readonly VersionLine[]> =>
  withTexts(folder, inOrder(await readLogs(folder)));

/** The versions among a release's lines, without those whose text was thinned out. */
export const withTexts = async (folder: string, lines: readonly HistoryLine[]): Promise<readonly VersionLine[]> => {
  const thinned = thinnedObjects(lines);
  const there = thinned.size === 0 ? new Set<VersionHash>() : new Set(await objectsIn(folder));
  return lines
    .filter(isVersion)
    .filter((line) => !mayThin(line.kind) || !thinned.has(line.object) || there.has(line.object));
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The hash of the line by which a text was published, and so, each line holding the hash of the one before, of all that
 * its log said until then; null where there is no such line.
 */
export const publicationLine = (logs: readonly Log[], version: VersionHash): string | null => {
  for (const { texts } of logs) {
    const text = texts.findLast((each) => {
      const line = parseHistoryLine(each);
      return line.ok && isVersion(line.value) && line.value.object === version && PUBLISHING.has(line.value.kind);
    });
    if (text !== undefined) return lineHash(text);
  }
  return null;
};

/** The kinds of lines that freeze a text. */
export const PUBLISHING: ReadonlySet<VersionKind> = new Set<VersionKind>(['published', 'corrected', 'minor']);
