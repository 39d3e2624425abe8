import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/* A worker that is started elsewhere would not be bound by the page's policy. */
test('workers start in one place', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).map((name) => join('app', name));
  const starting = files.filter(
    (file) => /(?<!\.test)\.tsx?$/.test(file) && /new (?:Shared)?Worker\(/.test(readFileSync(file, 'utf8')),
  );
  expect(starting).toEqual(['app/workers/trusted.ts']);
});
