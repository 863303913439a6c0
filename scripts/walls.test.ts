// Plants a breach in each room and asks the linter about it: a wall that reports nothing is no wall.
import path from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { top } from './lib/tree.mjs';

const WALLS = [
  '@typescript-eslint/no-restricted-imports',
  'no-console',
  'no-restricted-globals',
  'no-restricted-syntax',
];

/** Planted files exist nowhere, so the rules that ask the compiler stay out; the walls do not need it. */
const eslint = new ESLint({
  cwd: top,
  overrideConfig: [{ files: ['**/*'], languageOptions: { parserOptions: { projectService: false, project: null } } }],
  ruleFilter: ({ ruleId }) => WALLS.includes(ruleId),
});

async function messages(file: string, code: string): Promise<readonly string[]> {
  const results = await eslint.lintText(code, { filePath: path.join(top, file) });
  return results.flatMap((result) => result.messages.map(({ message }) => message));
}

const use = (from: string) => `import { thing } from '${from}';\nthing();\n`;

const BREACHES: readonly (readonly [file: string, code: string, says: string])[] = [
  ['shared/quotes/planted.ts', use('node:fs'), 'no Node or Electron here'],
  ['shared/quotes/planted.ts', use('fs'), 'no Node or Electron here'],
  ['shared/release/planted.ts', use('electron'), 'no Node or Electron here'],
  ['shared/compare/planted.ts', use('react'), 'plain TypeScript here'],
  ['shared/compare/planted.ts', use('@lexical/list'), 'plain TypeScript here'],
  ['shared/archive/planted.ts', use('../../electron/newsroom/store'), 'shared stands alone'],
  ['shared/archive/planted.ts', use('../../renderer/app/App'), 'shared stands alone'],
  ['shared/archive/planted.ts', 'export const made = new Date();\n', 'the clock is passed in'],
  ['shared/archive/planted.ts', 'export const made = Date.now();\n', 'the clock is passed in'],
  ['shared/archive/planted.ts', 'export const chance = Math.random();\n', 'chance is passed in'],
  ['shared/archive/planted.ts', 'export const home = process.env;\n', 'shared knows no host'],
  ['shared/archive/planted.ts', "export const sorted = 'a'.localeCompare('b');\n", 'sort by code points'],
  ['shared/archive/planted.ts', 'export const text = (1).toLocaleString();\n', 'the same under every locale'],
  ['shared/archive/planted.ts', 'export const made = new Intl.Collator();\n', 'the same under every locale'],
  ['shared/archive/planted.ts', 'export const year = new Date(0).getFullYear();\n', 'the same in every zone'],
  ['shared/archive/planted.test.ts', "test.only('a', () => {});\n", 'no focused or unfinished tests'],
  ['electron/newsroom/planted.ts', use('lexical'), 'plain TypeScript here'],
  ['electron/newsroom/planted.ts', use('../../renderer/bridge'), 'the page is told by events'],
  ['electron/newsroom/planted.ts', "console.log('a');\n", 'Unexpected console statement'],
  ['electron/export/worker.ts', use('electron'), 'the worker gets data, gives data'],
  ['electron/export/worker.ts', use('../../renderer/bridge'), 'the page is told by events'],
  ['renderer/app/planted.tsx', use('node:path'), 'no Node or Electron here'],
  ['renderer/bridge.ts', use('electron'), 'no Node or Electron here'],
  ['renderer/app/planted.tsx', use('../../electron/ipc'), 'ask through renderer/bridge.ts'],
  ['renderer/compare/planted.tsx', use('../../electron/ipc'), 'ask through renderer/bridge.ts'],
  ['renderer/compare/planted.tsx', use('../editor/Editor'), 'a feature does not import a sibling'],
  ['renderer/editor/quotes/planted.tsx', use('../../app/navigation'), 'a feature does not import a sibling'],
  ['renderer/compare/planted.tsx', use('electron-store'), 'no Node or Electron here'],
  ['renderer/ui/planted.tsx', use('../editor/Editor'), 'a feature does not import a sibling'],
  ['renderer/ui/planted.tsx', use('../../shared/release/model'), 'ui takes strings'],
  ['e2e/planted.spec.ts', use('../electron/newsroom/store'), 'e2e drives the built app'],
  ['e2e/planted.spec.ts', use('../renderer/bridge'), 'e2e drives the built app'],
  ['e2e/planted.spec.ts', "test.only('a', async () => {});\n", 'no focused or unfinished tests'],
  ['e2e/planted.spec.ts', "test.skip('a', async () => {});\n", 'no test is switched off'],
];

const ALLOWED: readonly (readonly [file: string, code: string])[] = [
  ['shared/archive/planted.ts', use('../release/model')],
  ['shared/archive/planted.ts', use('@noble/hashes/sha2.js')],
  ['shared/archive/planted.ts', "export const made = new Date('2026-01-01T00:00:00Z');\n"],
  ['electron/newsroom/planted.ts', use('../../shared/release/parse')],
  ['electron/newsroom/planted.ts', use('node:fs')],
  ['electron/newsroom/handlers.ts', use('electron')],
  ['electron/export/worker.ts', use('../../shared/archive/bundle')],
  ['renderer/app/App.tsx', use('../editor/Editor')],
  ['renderer/editor/planted.tsx', use('../../shared/quotes/find')],
  ['renderer/editor/quotes/planted.tsx', use('../extensions')],
  ['renderer/editor/planted.tsx', use('../ui/Button')],
  ['renderer/editor/planted.tsx', use('../bridge')],
  ['renderer/ui/planted.tsx', use('react-aria-components')],
  ['e2e/planted.spec.ts', use('../shared/testing/release')],
  ['e2e/planted.spec.ts', "test.skip(process.platform === 'win32', 'no such signal there');\n"],
];

describe('walls between rooms', () => {
  test.each(BREACHES)('in %s, %j is reported', async (file, code, says) => {
    const found = await messages(file, code);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(says);
  });

  test.each(ALLOWED)('in %s, %j passes', async (file, code) => {
    expect(await messages(file, code)).toEqual([]);
  });
});
