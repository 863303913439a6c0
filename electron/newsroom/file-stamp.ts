import { type Stats, lstatSync, readdirSync } from 'node:fs';

/** What the disk says of a file: where this is the same, so are the bytes. No program can set the third of them. */
export const stampOfStats = ({ size, mtimeMs, ctimeMs, ino }: Stats): string => `${size} ${mtimeMs} ${ctimeMs} ${ino}`;

/** The same of a file by its path; empty where there is none. */
export const stampOfFile = (file: string): string => {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats === undefined ? '' : stampOfStats(stats);
};

/** The stamps of all files of a folder, with their names; empty where there is no folder. */
export const stampOfFolder = (folder: string): string =>
  lstatSync(folder, { throwIfNoEntry: false }) === undefined
    ? ''
    : readdirSync(folder)
        .sort()
        .map((name) => `${name} ${stampOfFile(`${folder}/${name}`)}`)
        .join(' ');
