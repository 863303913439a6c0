import { describe, expect, test } from 'vitest';
import { missingPackages } from './system-packages.mjs';

const WANTED = [['xvfb'], ['libgtk-3-0', 'libgtk-3-0t64']];

describe('system packages', () => {
  test('nothing is missing when each is there under its old or its new name', () => {
    expect(missingPackages(WANTED, new Set(['xvfb', 'libgtk-3-0t64']))).toEqual([]);
    expect(missingPackages(WANTED, new Set(['xvfb', 'libgtk-3-0', 'other']))).toEqual([]);
  });

  test('what is missing is told with all its names', () => {
    expect(missingPackages(WANTED, new Set(['xvfb']))).toEqual([['libgtk-3-0', 'libgtk-3-0t64']]);
  });
});
