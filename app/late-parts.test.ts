import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const APP = import.meta.dirname;
const files = readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

test('no part loads the whole door of a wing late: all of the wing would then be loaded early', () => {
  const late = (name: string) =>
    /\bimport\(\s*'[./]+\/src\/[a-z]+(?:\/index)?'/.test(readFileSync(join(APP, name), 'utf8'));
  expect(files.length).toBeGreaterThan(300);
  expect(files.filter(late)).toEqual([]);
});
