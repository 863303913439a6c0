import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['{shared,electron,renderer,scripts}/**/*.test.{ts,tsx}'],
    setupFiles: ['scripts/lib/laws.mjs'],
    passWithNoTests: false,
    // Only against a test that hangs: what takes seconds alone may take a minute on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // Files share what a worker has loaded: each would spend as long on that as on its tests.
    isolate: false,
    // Much of the work waits for the disk: every core has a worker, none is kept free.
    maxWorkers: availableParallelism(),
  },
});
