import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../../shared/canonical';
import { sha256Hex } from '../../shared/digest';
import { type Fault, fault } from '../../shared/fault';
import type { VersionKind, VersionLine } from '../../shared/newsroom/model';
import { parseVersionLine } from '../../shared/newsroom/parse';
import type { Release, VersionHash } from '../../shared/release/model';
import { parseReleaseText } from '../../shared/release/parse';
import { type Result, failed } from '../../shared/result';
import type { FileSystem } from './file-system';
import { saveFile, saveFolder, systemCode } from './save-file';

/* A release's history: `history/objects/<hash>.json` holds texts, written once and named by the SHA-256 of their bytes;
   `history/log/<device>.jsonl` has one line a version, each with the hash of the line before, one log a device so that
   a synced folder never conflicts on it. `folder` is the release's folder, absolute. */

export const FIRST_PREVIOUS = '0'.repeat(64);

/** The hash by which a release's text is known: SHA-256 of its canonical bytes. */
export const versionHash = (release: Release): VersionHash =>
  createHash('sha256').update(canonicalJson(release), 'utf8').digest('hex') as VersionHash;

export const objectsFolder = (folder: string): string => join(folder, 'history', 'objects');
export const logFolder = (folder: string): string => join(folder, 'history', 'log');
export const objectFile = (folder: string, hash: string): string => join(objectsFolder(folder), `${hash}.json`);

/** Reads a file, or null where there is none. */
export const readIfThere = async (path: string): Promise<Buffer | null> => {
  try {
    return await readFile(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
};

/** Keeps a text in the history. One that is there whole is left; a damaged one is moved aside, not overwritten. */
export const writeObject = async (folder: string, release: Release, fs: FileSystem): Promise<VersionHash> => {
  const text = canonicalJson(release);
  const hash = sha256Hex(text) as VersionHash;
  const path = objectFile(folder, hash);
  const there = await readIfThere(path);
  if (there !== null && sha256Hex(there) === hash) return hash;
  await saveFolder(objectsFolder(folder), fs);
  if (there !== null) await fs.rename(path, `${path}.damaged-${sha256Hex(there).slice(0, 12)}`);
  await saveFile(path, text, fs);
  return hash;
};

/** A text of the history. Faults: `not-found`; `unreadable` where its bytes are not those of its name. */
export const readObject = async (folder: string, hash: VersionHash): Promise<Result<Release, Fault>> => {
  const path = objectFile(folder, hash);
  const bytes = await readIfThere(path);
  if (bytes === null)
    return failed(fault('not-found', 'This version is not in the history of the release.', { where: path }));
  if (sha256Hex(bytes) !== hash)
    return failed(
      fault('unreadable', 'This version was altered on disk: it is not the text that was kept.', { where: path }),
    );
  const parsed = parseReleaseText(bytes.toString('utf8'));
  return parsed.ok ? parsed : failed({ ...parsed.fault, where: path });
};

export type NewLine = {
  readonly time: string;
  readonly who: string;
  readonly kind: VersionKind;
  readonly name?: string;
  readonly object: VersionHash;
};

/** Adds a line to a device's log. What stands there already is kept byte for byte, whatever it is. */
export const appendLine = async (
  folder: string,
  device: string,
  line: NewLine,
  fs: FileSystem,
): Promise<VersionLine> => {
  const path = join(logFolder(folder), `${device}.jsonl`);
  const before = (await readIfThere(path))?.toString('utf8') ?? '';
  const lines = before.split('\n').filter((each) => each !== '');
  const last = lines.at(-1);
  const parsed = last === undefined ? null : parseVersionLine(last);
  const full: VersionLine = {
    seq: (parsed?.ok ? parsed.value.seq : lines.length) + 1,
    time: line.time,
    who: line.who,
    kind: line.kind,
    name: line.name ?? '',
    object: line.object,
    previous: last === undefined ? FIRST_PREVIOUS : sha256Hex(last),
  };
  await saveFolder(logFolder(folder), fs);
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  await saveFile(path, `${before}${gap}${JSON.stringify(full)}\n`, fs);
  return full;
};

/** One device's log as it stands: lines that can be read, and what is wrong with it. */
export type Log = {
  readonly device: string;
  readonly lines: readonly VersionLine[];
  readonly problems: readonly string[];
};

/** Reads every log of a release. A broken line or chain is told in `problems`, never thrown. */
export const readLogs = async (folder: string): Promise<readonly Log[]> => {
  const logs: Log[] = [];
  for (const name of await namesIn(logFolder(folder))) {
    if (!name.endsWith('.jsonl') || name.startsWith('.')) continue;
    const text = await readFile(join(logFolder(folder), name), 'utf8');
    logs.push({ device: name.slice(0, -'.jsonl'.length), ...checkedLines(text) });
  }
  return logs;
};

const checkedLines = (text: string): Pick<Log, 'lines' | 'problems'> => {
  const lines: VersionLine[] = [];
  const problems: string[] = [];
  let previous = FIRST_PREVIOUS;
  for (const [index, line] of text
    .split('\n')
    .filter((each) => each !== '')
    .entries()) {
    const parsed = parseVersionLine(line);
    if (!parsed.ok) problems.push(`line ${index + 1}: ${parsed.fault.message}`);
    else {
      lines.push(parsed.value);
      if (parsed.value.previous !== previous) problems.push(`line ${index + 1} does not follow from the line before`);
    }
    previous = sha256Hex(line);
  }
  return { lines, problems };
};

/** Every version of a release from all devices, oldest first. */
export const readVersions = async (folder: string): Promise<readonly VersionLine[]> => {
  const rows = (await readLogs(folder)).flatMap((log) => log.lines.map((line) => ({ device: log.device, line })));
  return rows
    .sort((a, b) => compare(a.line.time, b.line.time) || compare(a.device, b.device) || a.line.seq - b.line.seq)
    .map((row) => row.line);
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The names in a folder, sorted; none where it is not there. */
export const namesIn = async (path: string): Promise<readonly string[]> => {
  try {
    return (await readdir(path)).sort();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
};
