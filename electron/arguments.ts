import path from 'node:path';

/** What the command line asks of the window. */
export type WindowArguments = { readonly newsroom: string | null };

/**
 * Reads `--newsroom DIR` or `--newsroom=DIR`; a relative folder counts from `cwd`. Anything else on the line belongs to
 * Electron and Chromium and is passed over.
 */
export function readArguments(argv: readonly string[], cwd: string): WindowArguments {
  const at = argv.findIndex((word) => word === '--newsroom' || word.startsWith('--newsroom='));
  const word = at === -1 ? undefined : argv[at];
  if (word === undefined) return { newsroom: null };
  const folder = word === '--newsroom' ? argv[at + 1] : word.slice('--newsroom='.length);
  return { newsroom: folder === undefined || folder === '' ? null : path.resolve(cwd, folder) };
}

/**
 * The words for the command line, where the program was started for one of its commands and not for a window: the first
 * word that is neither a switch nor a folder or file names it. `first` is where a person's own words begin; `exists`
 * says whether a word is a path. Null: a window is wanted.
 */
export function commandWords(
  argv: readonly string[],
  first: number,
  exists: (word: string) => boolean,
): readonly string[] | null {
  const own = argv.slice(first);
  // Switches for Chromium stand before the command; what follows it is the command's own.
  const at = own.findIndex((word) => !word.startsWith('--') || word === '--help');
  const word = own[at];
  if (word === undefined || own.slice(0, at).some((before) => before === '--newsroom')) return null;
  return word === '--help' || word === '-h' || (/^[a-z]+$/.test(word) && !exists(word)) ? own.slice(at) : null;
}
