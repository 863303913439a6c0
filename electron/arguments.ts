import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SETTINGS_FILE } from './newsroom/folders';

/** What the command line asks of the window. */
export type WindowArguments = { readonly newsroom: string | null };

/** The folder of the newsroom that a path leads to: itself, or where its `newsroom.json` lies. */
export const newsroomAt = (place: string): string =>
  path.basename(place) === SETTINGS_FILE ? path.dirname(place) : place;

type Line = {
  readonly argv: readonly string[];
  /** Where a person's own words begin. */
  readonly first: number;
  /** The folder that relative paths count from. */
  readonly cwd: string;
  readonly exists: (place: string) => boolean;
};

/**
 * Reads which newsroom is to be opened: `--newsroom DIR`, `--newsroom=DIR`, or, as the system gives what was
 * double-clicked, a path or `file:` address of a newsroom's folder or of the `newsroom.json` in it. Anything else on the
 * line belongs to Electron and Chromium and is passed over.
 */
export function readArguments({ argv, first, cwd, exists }: Line): WindowArguments {
  const at = argv.findIndex((word) => word === '--newsroom' || word.startsWith('--newsroom='));
  const word = argv[at];
  const named = word === '--newsroom' ? argv[at + 1] : word?.slice('--newsroom='.length);
  if (named !== undefined && named !== '') return { newsroom: newsroomAt(path.resolve(cwd, named)) };
  if (at !== -1) return { newsroom: null };
  const places = argv
    .slice(first)
    .flatMap((own) => (own.startsWith('-') ? [] : (pathOf(own) ?? [])))
    .map((own) => path.resolve(cwd, own));
  const place = places.find(exists);
  return { newsroom: place === undefined ? null : newsroomAt(place) };
}

/** The path that a word of the command line means; null where it is the address of something that is no file. */
const pathOf = (word: string): string | null => {
  if (!/^[a-z][a-z0-9+.-]+:/i.test(word)) return word;
  try {
    return fileURLToPath(word);
  } catch {
    return null; // another scheme, or a file of another machine
  }
};

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
