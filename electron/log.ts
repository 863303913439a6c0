import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * What happened, for whoever has to find out why. Never a word of a release: facts are counts, codes and names of calls. No
 * path either, which has the words of a headline, but where the program was (`at`).
 */
export type Log = {
  readonly file: string;
  readonly info: (what: string, facts?: Facts) => void;
  readonly fault: (what: string, error: unknown, facts?: Facts) => void;
};
export type Facts = Readonly<Record<string, string | number | boolean>>;

const LARGEST = 1_000_000;

/** Opens the log `standfirst.log` in `folder`. At a megabyte it starts anew; one older file is kept. */
export function openLog(folder: string, { echo }: { readonly echo: boolean }): Log {
  const file = path.join(folder, 'standfirst.log');
  const write = (level: 'info' | 'fault', what: string, facts: Facts) => {
    const told = Object.entries(facts).map(([name, fact]) => [name, isWords(name, fact) ? withoutPaths(fact) : fact]);
    const line = JSON.stringify({ time: new Date().toISOString(), level, what, ...Object.fromEntries(told) });
    if (echo) console.error(line);
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(file, `${file}.old`);
      appendFileSync(file, `${line}\n`);
    } catch (error) {
      console.error('The log cannot be written', error); // the work goes on without it
    }
  };
  return {
    file,
    info: (what, facts = {}) => write('info', what, facts),
    fault: (what, error, facts = {}) => write('fault', what, { ...facts, ...describeError(error) }),
  };
}

const isWords = (name: string, fact: Facts[string]): fact is string => typeof fact === 'string' && name !== 'at';

/** A text with every path in it replaced, but for the last part of a source file's, which says where the program was. */
export const withoutPaths = (text: string): string =>
  text
    .replace(/(?:file:\/\/)?(?:[A-Za-z]:)?(?:[\\/]+[^\\/"'():;,]+)+[\\/]+([\w.-]+\.(?:c|m)?js:\d+)/g, '…/$1')
    .replace(/(?:[A-Za-z]:\\+|\\\\|(?<![\w…>.)])\/)[^"]*?(?=["]|$)/g, '…')
    .replace(RELEASE_FOLDER, '…');
/** The name of a release's folder, also in a path that begins within the newsroom. */
const RELEASE_FOLDER = /[\p{L}\p{N}-]+--r-[0-9a-z]+/gu;

/** A code of the system. Errors of the runtime have longer ones, and repeat what a call was given. */
const OF_SYSTEM = /^E[A-Z0-9]+$/;

/**
 * An error without what it may quote. Messages of parsers repeat the text they fell over, so only messages of broken
 * invariants (our own words) and of the system (they have a code) are kept; of the stack, the places.
 */
export function describeError(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const firstLine = error.message.split('\n', 1)[0] ?? '';
  const isOurs = firstLine.startsWith('Broken invariant:') || OF_SYSTEM.test(code);
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(code === '' ? {} : { code }),
    ...(isOurs ? { message: firstLine.slice(0, 300) } : {}),
    at: places
      .slice(0, 8)
      .map((line) => line.trim())
      .join(' '),
    ...(error.cause instanceof Error ? { cause: error.cause.name } : {}),
  };
}
