import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { DoctorFinding } from './doctor-findings';
import { MAX_PATH, QUARANTINE, isReservedName } from './folders';
import { isTemporaryName, systemCode } from './save-file';

const STALE_AFTER = 60_000;

const SAFE_NAME = /^[A-Za-z0-9._-]+$/;

/** Left-over temporary files, and names and paths that are not safe on every system. */
export const examineNames = async (newsroom: string, now: Date): Promise<readonly DoctorFinding[]> => {
  const findings: DoctorFinding[] = [];
  const folded = new Map<string, string>();
  for (const { where, isFile } of await entriesBelow(newsroom)) {
    const name = where.slice(where.lastIndexOf('/') + 1);
    if (isFile && isTemporaryName(name)) {
      if (await isStale(join(newsroom, where), now))
        findings.push({ code: 'stale-temporary', where, message: 'It is left from an interrupted save.' });
      continue;
    }
    const twin = folded.get(where.toLowerCase());
    folded.set(where.toLowerCase(), where);
    const why =
      twin !== undefined
        ? `Windows and macOS cannot tell it from ${twin}.`
        : !SAFE_NAME.test(name) || name.endsWith('.') || isReservedName(name)
          ? 'The name is not safe on every system.'
          : null;
    if (why !== null) findings.push({ code: 'unsafe-name', where, message: why });
    if (isFile && where.length > MAX_PATH)
      findings.push({ code: 'long-path', where, message: `The path is longer than ${MAX_PATH} characters.` });
  }
  return findings;
};

/** Whether a temporary file has lain there longer than any save takes. */
export const isStale = async (path: string, now: Date): Promise<boolean> => {
  try {
    return now.getTime() - (await stat(path)).mtimeMs > STALE_AFTER;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false; // the save it belongs to has ended
    throw error;
  }
};

/** Files that lie there for Finder and Explorer. */
const SYSTEM = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

type Entry = { readonly where: string; readonly isFile: boolean };

const entriesBelow = async (folder: string): Promise<readonly Entry[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !SYSTEM.has(entry.name))
    .map((entry) => ({
      where: relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'),
      isFile: entry.isFile(),
    }))
    .filter(({ where }) => !where.split('/').includes(QUARANTINE))
    .sort((a, b) => (a.where < b.where ? -1 : a.where > b.where ? 1 : 0));
};
