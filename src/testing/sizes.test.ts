import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/*
 * Small files: whoever opens one sees what it is about. Long tables are data and may be longer; they are in a file of
 * their own, called `x.cases.ts` or named here.
 */

const ROOT = join(import.meta.dirname, '..', '..');
const MOST_LINES = 300;
const CODE = /\.(?:tsx?|css|js)$/;
/** Longer all the same: a table of data that is used as such, and a test that is one long list of steps. */
const LONGER = ['e2e/random-walk.spec.ts', 'src/testing/schema-cases.ts'];

const files = ['.ci', 'app', 'e2e', 'public', 'src']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => CODE.test(path))
  .sort();

const linesOf = (path: string) => readFileSync(join(ROOT, path), 'utf8').split('\n').length - 1;

test(`no file has more than ${MOST_LINES} lines, except for tables`, () => {
  expect(files.length).toBeGreaterThan(1000);
  const isTable = (path: string) => path.endsWith('.cases.ts') || LONGER.includes(path);
  expect(files.filter((path) => !isTable(path) && linesOf(path) > MOST_LINES)).toEqual([]);
});
