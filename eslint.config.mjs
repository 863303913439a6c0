// Style, and the walls between rooms (docs/ARCHITECTURE.md). In flat config a later block replaces an earlier one for the
// same rule, so each room has exactly one block that lists all its patterns. scripts/walls.test.ts plants breaches.
import { readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const builtins = builtinModules.filter((name) => !name.startsWith('_')).join('|');
const features = readdirSync(new URL('renderer', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['app', 'ui', 'testing'].includes(entry.name))
  .map((entry) => entry.name);

/**
 * @param {string} regex
 * @param {string} message
 */
const deny = (regex, message) => ({ regex, message });

const HOST = deny(
  `^(node:|electron($|/)|electron-store$|(${builtins})$)`,
  'no Node or Electron here; the page asks through bridge.ts, shared gets values',
);
const VIEW = deny(
  '^(react|react-dom|react-aria-components|lucide-react|lexical|@lexical/)(/|$)?',
  'plain TypeScript here; pass the value in',
);
const MAIN = deny('^\\.{1,2}/(.*/)?electron/', 'ask through renderer/bridge.ts');
const PAGE = deny('^\\.{1,2}/(.*/)?renderer/', 'the page is told by events, never imported');
const ALONE = deny('^\\.{1,2}/(.*/)?(electron|renderer|e2e|scripts|bench)/', 'shared stands alone');
const TESTS = deny('^\\.{1,2}/(.*/)?(e2e|scripts|bench)/', 'the app does not know its tests and tools');
const SIBLING = deny(
  `^(\\.\\./)+(app|${['editor', ...features].join('|')})/`,
  'a feature does not import a sibling: take it as a prop, or move it to shared',
);

/**
 * @param {readonly { regex: string, message: string }[]} patterns
 * @returns {import('eslint').Linter.RulesRecord}
 */
const walls = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

const FOCUS = [
  {
    selector: 'MemberExpression[object.name=/^(test|it|describe|suite)$/][property.name=/^(only|fixme|todo)$/]',
    message: 'no focused or unfinished tests: run one by its name instead',
  },
  {
    selector:
      'CallExpression[callee.object.name=/^(test|it|describe|suite)$/][callee.property.name="skip"][arguments.0.type=/Literal$/]',
    message: 'no test is switched off; skip on a condition, saying why',
  },
];
const CLOCK = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'the clock is passed in: the same input gives the same output',
  },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'the clock is passed in: the same input gives the same output',
  },
  {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'chance is passed in: the same input gives the same output',
  },
];
const LOCALE = [
  {
    selector: 'MemberExpression[property.name=/^(toLocale\\w*|localeCompare)$/]',
    message: 'the archive is the same under every locale: write the form out, sort by code points',
  },
  {
    selector:
      'MemberExpression[property.name=/^(getFullYear|getMonth|getDate|getDay|getHours|getMinutes|getSeconds|getTimezoneOffset|toDateString|toTimeString)$/]',
    message: 'the archive is the same in every zone: use UTC, or the text of the instant',
  },
];
const OUTSIDE = ['window', 'document', 'navigator', 'localStorage', 'process', 'Buffer', 'require', 'fetch', 'global'];

export default defineConfig(
  globalIgnores(['.vite/', '.tsc/', 'out/', 'demo/', 'test-results/', 'playwright-report/']),
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-undef': 'off', // the compiler knows better
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...FOCUS],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-redundant-type-constituents': 'off', // `Instant | ''` tells the reader something
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off', // a handler is async by its type, whether it waits or not
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['shared/**'],
    rules: {
      ...walls(HOST, VIEW, ALONE),
      'no-restricted-globals': [
        'error',
        ...OUTSIDE.map((name) => ({ name, message: 'shared knows no host; take it in' })),
      ],
    },
  },
  {
    files: ['shared/**'],
    ignores: ['**/*.test.ts', 'shared/testing/**'],
    rules: { 'no-restricted-syntax': ['error', ...FOCUS, ...CLOCK] },
  },
  {
    files: ['shared/archive/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...FOCUS, ...CLOCK, ...LOCALE],
      'no-restricted-globals': [
        'error',
        ...OUTSIDE.map((name) => ({ name, message: 'shared knows no host; take it in' })),
        { name: 'Intl', message: 'the archive is the same under every locale: write the form out' },
      ],
    },
  },
  { files: ['electron/**'], ignores: ['electron/export/worker.ts'], rules: walls(VIEW, PAGE, TESTS) },
  {
    files: ['electron/export/worker.ts'],
    rules: walls(VIEW, PAGE, TESTS, deny('^electron$', 'the worker gets data, gives data')),
  },
  {
    files: ['renderer/*', 'renderer/{app,testing}/**'],
    rules: walls(HOST, MAIN, TESTS),
  },
  {
    files: ['renderer/*/**'],
    ignores: ['renderer/{app,testing,ui}/**'],
    rules: walls(HOST, MAIN, TESTS, SIBLING),
  },
  {
    files: ['renderer/ui/**'],
    rules: walls(
      HOST,
      MAIN,
      TESTS,
      SIBLING,
      deny('(^|/)shared/(release|quotes|compare|archive|people|newsroom|import)/', 'ui takes strings'),
    ),
  },
  {
    files: ['renderer/**'],
    plugins: { 'react-hooks': { rules: reactHooks.rules } },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['e2e/**'],
    rules: walls(deny('^\\.{1,2}/(.*/)?(electron|renderer)/', 'e2e drives the built app; it may use shared/testing')),
  },
  {
    files: ['scripts/**', 'bench/**', 'electron/cli.ts', 'electron/cli/**', 'electron/log.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // The linter does not see a cast in a comment; the compiler does, and checks these files too.
    files: ['**/*.mjs', '**/*.cjs'],
    rules: {
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
