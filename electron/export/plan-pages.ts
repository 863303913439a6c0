import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PAYLOAD } from '../../shared/archive/bag';
import type { SealedFile } from './seal';

/** So many are kept: nobody looks at more one by one. */
const MOST = 500;

/** Where the pages of the last plan lie, below the app's own data. */
export const planPlace = (data: string): string => path.join(data, 'exports', 'plan');

/**
 * Empties a folder of the app's own, and gives a function that puts the pages of a website into it as they are made, with
 * what they look by. They are public texts, or those of a preview, marked as one (`shown` gives a file as it is kept); the
 * folder is emptied by the next plan.
 */
export const keepPages = (
  folder: string,
  shown: (file: SealedFile) => Uint8Array = ({ bytes }) => bytes,
): ((file: SealedFile) => void) => {
  rmSync(folder, { recursive: true, force: true });
  let kept = 0;
  return (file) => {
    const { path: name } = file;
    if (!name.startsWith(PAYLOAD) || !/\.(?:html|css|woff2|png|jpg|gif|webp)$/.test(name) || kept >= MOST) return;
    kept += 1;
    const target = path.join(folder, name.slice(PAYLOAD.length));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, shown(file));
  };
};
