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
