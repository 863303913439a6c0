import { describe, expect, test } from 'vitest';
import { isInstalled } from './packages.mjs';

const lock = (packages: Record<string, { version: string; optional?: boolean }>) => ({ packages });
const wanted = lock({
  '': { version: '1.0.0' },
  'node_modules/a': { version: '1.2.3' },
  'node_modules/b-darwin': { version: '2.0.0', optional: true },
});

describe('whether the npm packages are what the lock asks for', () => {
  test('they are, though an optional one for another platform is missing', () => {
    expect(isInstalled(wanted, lock({ 'node_modules/a': { version: '1.2.3' } }))).toBe(true);
  });

  test('they are not when a package is missing', () => {
    expect(isInstalled(wanted, lock({}))).toBe(false);
  });

  test('they are not when a package has another version', () => {
    expect(isInstalled(wanted, lock({ 'node_modules/a': { version: '1.2.4' } }))).toBe(false);
  });

  test('they are not when an optional package is there in another version', () => {
    const installed = lock({ 'node_modules/a': { version: '1.2.3' }, 'node_modules/b-darwin': { version: '1.9.0' } });
    expect(isInstalled(wanted, installed)).toBe(false);
  });

  test('they are not when the lock no longer names one that is there', () => {
    const installed = lock({ 'node_modules/a': { version: '1.2.3' }, 'node_modules/old': { version: '1.0.0' } });
    expect(isInstalled(wanted, installed)).toBe(false);
  });

  test('they are not when npm left no list of packages', () => {
    expect(isInstalled(wanted, {})).toBe(false);
  });
});
