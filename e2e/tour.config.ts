import { defineConfig } from '@playwright/test';

/** The tour: one story from the first release to the exported bundle, with a picture of each stop in demo/. */
export default defineConfig({
  testDir: '.',
  testMatch: 'tour.ts',
  outputDir: '../test-results/tour',
  timeout: 300_000,
  expect: { timeout: 30_000 },
  workers: 1,
  retries: 0,
  reporter: [['list']],
});
