import { type Stats, constants, readFileSync, readdirSync, statSync } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';

/** Windows, where making a link is a right of its own, has no such flag. */
const ITSELF = { flag: constants.O_RDONLY | ((constants as { readonly O_NOFOLLOW?: number }).O_NOFOLLOW ?? 0) };

/**
 * Reads a file itself. Throws `ELOOP` where a link stands in its place: in a newsroom that came by mail or lies on a shared
 * drive it would bring what only this person may read into what is written there, or into the bundle.
 */
export const readItself = (path: string): Promise<Buffer> => readFile(path, ITSELF);

/** How the files of a release are read. */
export type Reads = {
  readonly file: (path: string) => Promise<Buffer> | Buffer;
  readonly stat: (path: string) => Promise<Stats> | Stats;
  readonly names: (folder: string) => Promise<string[]> | string[];
};

/** Beside other work, which a slow disk must not keep waiting. */
export const patiently: Reads = {
  file: readItself,
  stat: (path) => stat(path),
  names: (path) => readdir(path),
};

/** In a program that does nothing else: many small files take half the processor's time so. */
export const atOnce: Reads = {
  file: (path) => readFileSync(path, ITSELF),
  stat: (path) => statSync(path),
  names: (path) => readdirSync(path),
};
