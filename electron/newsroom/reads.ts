import { type Stats, readFileSync, readdirSync, statSync } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';

/** How the files of a release are read. */
export type Reads = {
  readonly file: (path: string) => Promise<Buffer> | Buffer;
  readonly stat: (path: string) => Promise<Stats> | Stats;
  readonly names: (folder: string) => Promise<string[]> | string[];
};

/** Beside other work, which a slow disk must not keep waiting. */
export const patiently: Reads = {
  file: (path) => readFile(path),
  stat: (path) => stat(path),
  names: (path) => readdir(path),
};

/** In a program that does nothing else: many small files take half the processor's time so. */
export const atOnce: Reads = {
  file: (path) => readFileSync(path),
  stat: (path) => statSync(path),
  names: (path) => readdirSync(path),
};
