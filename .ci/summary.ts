import { existsSync, readFileSync } from 'node:fs';

/*
 * Adds up the results of the unit tests and the browser tests. The exit code is non-zero if any failed or if either ran
 * none.
 */

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

function report(file: string): Record<string, unknown> | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : null;
}

function unit(): Counts {
  const found = report('reports/unit.json') as {
    numPassedTests?: number;
    numFailedTests?: number;
    numPendingTests?: number;
  } | null;
  return {
    passed: found?.numPassedTests ?? 0,
    failed: found?.numFailedTests ?? 0,
    skipped: found?.numPendingTests ?? 0,
  };
}

function browser(): Counts {
  const stats = (report('reports/e2e.json') as { stats?: Record<string, number> } | null)?.stats;
  return {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  };
}

const parts = { unit: unit(), browser: browser() };
for (const [name, c] of Object.entries(parts)) {
  console.log(`${name} tests: ${c.passed} passed, ${c.failed} failed, ${c.skipped} skipped`);
}
const all = Object.values(parts);
const sum = (key: keyof Counts) => all.reduce((total, c) => total + c[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exit(sum('failed') > 0 || all.some((c) => c.passed === 0) ? 1 : 0);
