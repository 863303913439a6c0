import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/e2e',
  // Against a window that hangs alone: machines differ, and none is idle.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  // Each window draws without a graphics card: two at once leave no core for either.
  workers: 1,
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
