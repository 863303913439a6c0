import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '../../shared/fault';
import type { NewsroomSettings, ReleaseSummary } from '../../shared/newsroom/model';
import { searchWords, wantedWords } from '../../shared/newsroom/search';
import { summaryOf } from '../../shared/newsroom/summary';
import { summarySchema } from '../../shared/newsroom/parse';
import type { Person } from '../../shared/people/model';
import { resolveQuotes } from '../../shared/quotes/resolve';
import type { Release, ReleaseId } from '../../shared/release/model';
import { type Result, ok } from '../../shared/result';
import { isSame } from '../../shared/same';
import type { FileSystem } from './file-system';
import { RELEASE_FILE } from './folders';
import { readIfThere } from './history';
import { readVersions } from './history-log';
import { readToShow } from './release-file';
import { saveFile, saveFolder, systemCode } from './save-file';
import { turn } from './turns';
import { makeWordNumbers } from './word-numbers';

/** Raised whenever a row would come out otherwise for the same file: a new field, another way to find quotes. */
const INDEX_FORMAT = 3;
/** Rows are told in such batches, and a search looks through so many texts, before others have their turn. */
const BATCH = 200;

/** `text` is what is searched, as numbers of words: held as strings, 10,000 texts take four times the room, and are gone through by each collection of garbage. */
type Known = { readonly stamp: string; readonly row: ReleaseSummary; readonly text: Uint32Array | null };

const lineSchema = z.tuple([z.string(), z.string(), summarySchema]);

export type RowIndexParts = {
  readonly fs: FileSystem;
  /** Where rows are kept from one start to the next; null: nowhere. Lost or damaged, it is made again. */
  readonly file: string | null;
  /** So long, in milliseconds, quotes are counted while the list is waited for; those of the other releases afterwards. */
  readonly countFor: number;
};
export type RowIndex = ReturnType<typeof makeRowIndex>;

/**
 * The rows of the list, and the texts that are searched. A row is true for as long as the release's file is the same one
 * (every save puts a new file in its place, so its number and times change) and people and rules are the same. The list
 * of 10,000 releases is then a matter of asking for 10,000 file times. Nothing here is needed: all of it is computed from the
 * releases on disk, and computed again where anything differs.
 */
export const makeRowIndex = ({ fs, file, countFor }: RowIndexParts) => {
  const known = new Map<string, Known>();
  const numbers = makeWordNumbers();
  const textOf = (release: Release): Uint32Array => numbers.of(searchWords(release));
  /** The folders in which there are releases now; null until that was said. */
  let there: ReadonlySet<string> | null = null;
  let rules = '';
  let context: { readonly people: readonly Person[]; readonly approvals: NewsroomSettings['approvals'] } = {
    people: [],
    approvals: 'persons',
  };
  let loaded = file === null;
  let isKept = true;
  let going: Promise<void> | null = null;
  let isPaused = false;

  const remember = (folder: string, now: Known): void => {
    known.set(folder, now);
    isKept = false;
  };

  /** Takes the kept rows in, where they were made by the same rules. */
  const load = async (): Promise<void> => {
    loaded = true;
    const bytes = file === null ? null : await readIfThere(file).catch(() => null);
    const [head, ...lines] = bytes?.toString('utf8').split('\n') ?? [];
    if (head !== headLine(rules)) return;
    for (const line of lines) {
      const parsed = lineSchema.safeParse(jsonOf(line));
      if (parsed.success) known.set(parsed.data[0], { stamp: parsed.data[1], row: parsed.data[2], text: null });
    }
  };

  /** The rows' reader for these people and rules: of a release's folder, absolute, and its id. */
  const reader = async (people: readonly Person[], approvals: NewsroomSettings['approvals']) => {
    const now = JSON.stringify([people, approvals]);
    if (now !== rules && rules !== '') known.clear();
    rules = now;
    context = { people, approvals };
    if (!loaded) await load();
    let spent = 0;
    return async (folder: string, id: ReleaseId): Promise<Result<{ readonly summary: ReleaseSummary }, Fault>> => {
      const stamp = await stampOf(join(folder, RELEASE_FILE));
      const hit = known.get(folder);
      if (hit !== undefined && stamp !== '' && hit.stamp === stamp) return ok({ summary: hit.row });
      const read = await readToShow(folder, id);
      if (!read.ok) return read;
      const { release, savedAt, later } = read.value;
      const isCounted = spent < countFor;
      const who = isCounted ? await writerOf(folder, release) : undefined;
      const began = performance.now();
      const row = shown(summaryOf(release, savedAt, isCounted ? resolveQuotes(release, context) : null, who), later);
      remember(folder, { stamp, row, text: row.quotes === null ? null : textOf(release) });
      spent += performance.now() - began;
      return ok({ summary: row });
    };
  };

  /** Reads a release whose row or text is not whole, and makes it so. Answers the row where it changed. */
  const complete = async (folder: string, { row }: Known): Promise<ReleaseSummary | null> => {
    const read = await stampAndRead(folder, row.id);
    if (read === null) {
      // The next reading of the list says why.
      known.delete(folder);
      return null;
    }
    const { stamp, release, savedAt, later } = read;
    const isSame = known.get(folder)?.stamp === stamp;
    const next =
      isSame && row.quotes !== null
        ? row
        : shown(summaryOf(release, savedAt, resolveQuotes(release, context), await writerOf(folder, release)), later);
    remember(folder, { stamp, row: next, text: textOf(release) });
    return next === row ? null : next;
  };

  const isWhole = ({ row, text }: Known): boolean => row.quotes !== null && text !== null;

  const goOn = async (tell: (rows: readonly ReleaseSummary[]) => void): Promise<void> => {
    let batch: ReleaseSummary[] = [];
    const send = (): void => {
      if (batch.length > 0) tell(batch);
      batch = [];
    };
    for (const [folder, each] of [...known]) {
      if (isPaused) break;
      if (there?.has(folder) === false) continue;
      if (isWhole(known.get(folder) ?? each)) continue;
      const row = await complete(folder, each);
      if (row !== null) batch.push(row);
      if (batch.length === BATCH) send();
      await turn();
    }
    send();
    await keep();
  };

  /** Writes the rows down for the next start. That it cannot be done costs only time then. */
  const keep = async (): Promise<void> => {
    if (file === null || isKept) return;
    isKept = true;
    const lines = [...known].map(([folder, { stamp, row }]) => JSON.stringify([folder, stamp, row]));
    try {
      await saveFolder(dirname(file), fs);
      await saveFile(file, `${[headLine(rules), ...lines].join('\n')}\n`, fs);
    } catch {
      isKept = false;
    }
  };

  return {
    reader,
    /** Counts what is not counted yet and reads the texts for searching, one release at a time; `tell` hears of rows that changed. */
    goOn: (tell: (rows: readonly ReleaseSummary[]) => void): Promise<void> => {
      isPaused = false;
      going ??= goOn(tell).finally(() => {
        going = null;
      });
      return going;
    },
    /** Breaks `goOn` off and waits until it has ended. */
    pause: async (): Promise<void> => {
      isPaused = true;
      await going;
    },
    /** The releases in which all that is looked for stands; null where nothing is. */
    find: async (typed: string): Promise<readonly ReleaseId[] | null> => {
      const wanted = wantedWords(typed);
      if (wanted.length === 0) return null;
      await going;
      const isThere = (folder: string): boolean => there?.has(folder) !== false;
      for (const [folder, each] of known) if (!isWhole(each) && isThere(folder)) await complete(folder, each);
      let has = numbers.query(wanted);
      const found: ReleaseId[] = [];
      let looked = 0;
      for (const [folder, each] of known) {
        let now = each;
        // Saved while others were looked through: it may have words that no text had.
        if (!isWhole(each) && isThere(folder)) {
          await complete(folder, each);
          now = known.get(folder) ?? each;
          has = numbers.query(wanted);
        }
        if (now.text !== null && has(now.text) && isThere(folder)) found.push(now.row.id);
        looked += 1;
        if (looked % BATCH === 0) await turn();
      }
      return found;
    },
    /** A release's file was written: what is known of it holds no longer. */
    changed: (folder: string): void => {
      const each = known.get(folder);
      if (each) known.set(folder, { ...each, stamp: '', text: null });
    },
    /** The folders of which something else is known than their releases say now, though the files are the same ones. */
    differing: async (): Promise<readonly string[]> => {
      const wrong: string[] = [];
      for (const [folder, { stamp, row, text }] of [...known]) {
        const read = await stampAndRead(folder, row.id);
        if (read === null || read.stamp !== stamp) continue;
        // Who wrote it stands in the history, not in the file.
        const { who } = row;
        const quotes = row.quotes === null ? null : resolveQuotes(read.release, context);
        const now = shown(summaryOf(read.release, read.savedAt, quotes, who), read.later);
        const isText = text === null || isSameText(text, textOf(read.release));
        if (!isText || !isSame(row, now)) wrong.push(folder);
        await turn();
      }
      return wrong;
    },
    keep,
    /** Nothing is known of a release any more: it was erased, or what was known is wrong. */
    erase: (folder: string): void => {
      isKept = !known.delete(folder) && isKept;
    },
    /** The folders in which there are releases now; what is known of others is forgotten where they are gone for good. */
    only: (folders: ReadonlySet<string>, forGood = true): void => {
      there = folders;
      if (!forGood) return;
      for (const folder of known.keys()) if (!folders.has(folder)) isKept = !known.delete(folder) && isKept;
    },
  };
};

const isSameText = (one: Uint32Array, other: Uint32Array): boolean =>
  one.length === other.length && one.every((number, at) => number === other[at]);

/**
 * Who published a release, or who kept the last version of one that is not published; undefined where nobody is known, or
 * where the history cannot be read: the doctor says so, and the release is in the list all the same.
 */
const writerOf = async (folder: string, { publication }: Release): Promise<string | undefined> =>
  publication?.by ?? (await readVersions(folder).catch(() => [])).at(-1)?.who;

const shown = (row: ReleaseSummary, later: boolean): ReleaseSummary => (later ? { ...row, later } : row);

/** A release with the stamp its file had before it was read; null where it cannot be read. */
const stampAndRead = async (folder: string, id: ReleaseId) => {
  try {
    const stamp = await stampOf(join(folder, RELEASE_FILE));
    const read = await readToShow(folder, id);
    return read.ok ? { stamp, ...read.value } : null;
  } catch {
    return null;
  }
};

const headLine = (rules: string): string => JSON.stringify({ index: INDEX_FORMAT, rules });

/** What a line of a kept file holds; null where it is damaged. */
export const jsonOf = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

/** What tells one file from any that was there before or comes after in its place; empty where there is none. */
export const stampOf = async (file: string): Promise<string> => {
  try {
    const { ino, size, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
    return [ino, size, mtimeNs, ctimeNs].join(':');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return '';
    throw error;
  }
};
