import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'app/**/*.test.ts'],
    setupFiles: ['src/testing/seed.ts'],
    reporters: ['default', ['json', { outputFile: 'reports/unit.json' }]],
    testTimeout: 60_000,
    // One fewer than there are processors is half of two.
    maxWorkers: '100%',
  },
});
