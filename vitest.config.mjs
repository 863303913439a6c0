import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['{shared,electron,renderer,scripts}/**/*.test.{ts,tsx}'],
    passWithNoTests: false,
    testTimeout: 20_000,
  },
});
