import { expect, test } from 'vitest';
import { SPECS, type SpecVersion, specHas, specNamed, specWritten } from './spec';

test.each<[string, SpecVersion, SpecVersion | null]>([
  ['3', '2.1.0', 'proposals'],
  ['3.0.0', '2.1.0', 'proposals'],
  ['12', '2.2.0', 'proposals'],
  ['2', '2.1.0', '2.1.0'],
  ['2', '2.2.0', '2.2.0'],
  ['2', 'proposals', '2.2.0'],
  ['2.1', 'proposals', '2.1.0'],
  ['2.0', 'proposals', '2.1.0'],
  ['2.1.0', '2.2.0', '2.1.0'],
  ['2.2', '2.1.0', '2.2.0'],
  ['2.9', '2.1.0', '2.2.0'],
  ['1', 'proposals', '2.1.0'],
  [' 3 ', '2.1.0', 'proposals'],
  ['', '2.1.0', null],
  ['v3', '2.1.0', null],
  ['three', '2.1.0', null],
  ['3.', '2.1.0', null],
  ['-3', '2.1.0', null],
])('sigma-version %j with %s picked is read as %s', (written, picked, read) => {
  expect(specWritten(written, picked)).toBe(read);
});

test('each version has what those before it brought, and nothing of those after it', () => {
  for (const [i, version] of SPECS.entries())
    for (const [j, since] of SPECS.entries()) expect(specHas(version.id, since.id)).toBe(i >= j);
});

test.each([
  ['2.1.0', '2.1.0'],
  ['Proposals', 'proposals'],
  ['2.3', null],
  ['constructor', null],
])('%s is the version %s', (id, version) => {
  expect(specNamed(id)).toBe(version);
});
