import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isStale, newestChange } from './stale.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'standfirst-stale-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (...parts: string[]) => path.join(folder, ...parts);
const dated = (file: string, second: number) => utimesSync(file, second, second);

/** A source folder whose file, folder and product changed at these seconds. */
function tree(times: { source: number; folder: number; product?: number }) {
  mkdirSync(at('src'));
  writeFileSync(at('src', 'a.ts'), '');
  dated(at('src', 'a.ts'), times.source);
  dated(at('src'), times.folder);
  if (times.product !== undefined) {
    writeFileSync(at('product'), '');
    dated(at('product'), times.product);
  }
  return { product: at('product'), sources: [at('src')] };
}

describe('whether a product has to be made again', () => {
  test('it has when it is missing', () => {
    expect(isStale(tree({ source: 1, folder: 1 }))).toBe(true);
  });

  test('it has not when it is newer than every source', () => {
    expect(isStale(tree({ source: 10, folder: 11, product: 12 }))).toBe(false);
  });

  test('it has when a source changed after it', () => {
    expect(isStale(tree({ source: 20, folder: 11, product: 12 }))).toBe(true);
  });

  test('it has when a file was deleted, which only its folder shows', () => {
    expect(isStale(tree({ source: 10, folder: 20, product: 12 }))).toBe(true);
  });

  test('a changed test does not count', () => {
    const question = tree({ source: 10, folder: 11, product: 12 });
    writeFileSync(at('src', 'a.test.ts'), '');
    dated(at('src', 'a.test.ts'), 20);
    dated(at('src'), 11);
    expect(isStale(question)).toBe(false);
  });

  test('a source that is not there counts as never changed', () => {
    expect(newestChange([at('nowhere')])).toBe(0);
  });
});
