import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type Entry, openPromise } from 'yauzl';
import type { StillThere } from '../../shared/removal/model';
import { readingsOfFile } from '../../shared/removal/texts';
import type { ReleaseId } from '../../shared/release/model';
import { FILES_FOLDER } from '../../shared/backup/manifest';
import { groupOf } from '../backup/files';
import { RELEASE_FILE, TEXT_FILE, PEOPLE_FILE, SETTINGS_FILE } from '../newsroom/folders';
import { systemCode } from '../newsroom/save-file';
import type { Finder } from './marks';

/*
 * The proof that nothing of a removed release is left: every file of the newsroom and of the app's own data is read, zip
 * files entry by entry, and searched for its words. Words that stand in another release, or in the settings, are that one's.
 */

export type Search = {
  readonly newsroom: string;
  readonly data: string;
  readonly id: ReleaseId;
  /** The release's address: it is public, and stays in its tombstone, and in reports of exports, also of the files named by it. */
  readonly address: string;
  readonly find: Finder;
  readonly onProgress?: (searched: number) => void;
};

export type Searched = {
  readonly searched: number;
  readonly found: readonly StillThere[];
  readonly unread: readonly string[];
};

/** A file is read in pieces of this size, which overlap by so much that no stretch of words is cut. */
const PIECE = 8 * 1024 * 1024;
const OVERLAP = 16 * 1024;

/** Searches everywhere. What cannot be read is named, never passed over. */
export const searchEverywhere = async ({
  newsroom,
  data,
  id,
  address,
  find,
  onProgress,
}: Search): Promise<Searched> => {
  const elsewhere = new Set<string>();
  const hits: { readonly where: string; readonly entry: string | null; readonly stretches: ReadonlySet<string> }[] = [];
  const unread: string[] = [];
  let searched = 0;
  const named = address.replace(/\.html?$/, '');
  const look = (where: string, entry: string | null, name: string, bytes: Buffer): void => {
    const stretches = new Set([name, ...textsOf(bytes)].flatMap((text) => [...find(text.replaceAll(named, ' '))]));
    if (stretches.size > 0) hits.push({ where, entry, stretches });
  };
  const one = async (root: string, path: string): Promise<void> => {
    const name = relative(root, path).split(sep).join('/');
    const isOpen = root === newsroom && belongsElsewhere(name, id);
    let file: FileHandle | null = null;
    try {
      file = await open(path, 'r');
      let isZip = false;
      for await (const piece of piecesOf(file)) {
        isZip ||= piece.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
        if (isZip) break;
        if (isOpen) for (const text of textsOf(piece)) for (const each of find(text)) elsewhere.add(each);
        else look(path, null, name, piece);
      }
      searched += 1;
      if (isZip)
        for await (const { entry, bytes } of entriesOf(path)) {
          if (entry.startsWith(FILES_FOLDER) && belongsElsewhere(entry.slice(FILES_FOLDER.length), id)) continue;
          look(path, entry, entry, bytes);
          searched += 1;
        }
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') unread.push(path);
    } finally {
      await file?.close();
    }
    onProgress?.(searched);
  };
  for (const root of [newsroom, data]) for await (const path of everyFile(root, unread)) await one(root, path);
  const found = hits.flatMap(({ where, entry, stretches }) => {
    const [words] = [...stretches].filter((each) => !elsewhere.has(each));
    return words === undefined ? [] : [{ where, entry, words }];
  });
  return { searched, found, unread };
};

/** Whether a file of a newsroom is the text of another release, or one of the newsroom's own. */
const belongsElsewhere = (path: string, id: ReleaseId): boolean => {
  if (path === SETTINGS_FILE || path === PEOPLE_FILE) return true;
  const group = groupOf(path);
  if (group === null || group.id === id) return false;
  const below = path.slice(group.path.length + 1);
  return below === RELEASE_FILE || below === TEXT_FILE || /^history\/(objects|log)\/[^/]+$/.test(below);
};

async function* everyFile(folder: string, unread: string[]): AsyncGenerator<string> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') unread.push(folder);
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* everyFile(path, unread);
    else if (entry.isFile()) yield path;
  }
}

async function* piecesOf(file: FileHandle): AsyncGenerator<Buffer> {
  const { size } = await file.stat();
  // One byte more than there should be: a file that grows meanwhile is read on.
  const length = Math.min(PIECE, size + 1);
  for (let at = 0; ; at += length - OVERLAP) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, at);
    yield buffer.subarray(0, bytesRead);
    if (bytesRead < length || length < PIECE) return;
  }
}

async function* entriesOf(file: string): AsyncGenerator<{ readonly entry: string; readonly bytes: Buffer }> {
  const zip = await openPromise(file, { autoClose: false, lazyEntries: true });
  try {
    for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
      if (entry.fileName.endsWith('/')) continue;
      let rest = Buffer.alloc(0);
      for await (const part of await zip.openReadStreamPromise(entry)) {
        rest = Buffer.concat([rest, part as Buffer]);
        if (rest.length < PIECE) continue;
        yield { entry: entry.fileName, bytes: rest };
        rest = Buffer.from(rest.subarray(-OVERLAP));
      }
      yield { entry: entry.fileName, bytes: rest };
    }
  } finally {
    zip.close();
  }
}

/** Bytes as texts: UTF-8, and, where many of them are zero, UTF-16 either way round and from either byte. */
const textsOf = (bytes: Buffer): readonly string[] => {
  const decoded = [bytes.toString('utf8')];
  if (isMuchZero(bytes))
    for (const from of [0, 1]) {
      const shifted = bytes.subarray(from, from + ((bytes.length - from) & ~1));
      decoded.push(shifted.toString('utf16le'), Buffer.from(shifted).swap16().toString('utf16le'));
    }
  return decoded.flatMap(readingsOfFile);
};

const isMuchZero = (bytes: Buffer): boolean => {
  let zeros = 0;
  for (let at = bytes.indexOf(0); at !== -1 && zeros <= bytes.length / 16; at = bytes.indexOf(0, at + 1)) zeros += 1;
  return zeros > bytes.length / 16;
};
