import { defineConfig } from 'vitest/config';

/** A limit ends what hangs, on any machine; how long work may take is held by counts, and by time beside other time. */
const HANGS = 600_000;

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'app/**/*.test.ts'],
    setupFiles: ['src/testing/seed.ts'],
    reporters: ['default', ['json', { outputFile: 'reports/unit.json' }]],
    testTimeout: HANGS,
    hookTimeout: HANGS,
    expect: { poll: { timeout: HANGS / 10 } },
    // One fewer than there are processors is half of two.
    maxWorkers: '100%',
  },
});
