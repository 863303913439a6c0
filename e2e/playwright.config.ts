import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  projects: [
    { name: 'app', testIgnore: 'packaged.spec.ts' },
    // Packaging builds the app anew, so nothing else may run meanwhile.
    { name: 'packaged', testMatch: 'packaged.spec.ts', dependencies: ['app'] },
  ],
});
