import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readIndex, readStatistics, readValueFigures } from '../catalog';
import { catalog } from './verbs/catalog';

const RULE = (id: string, value: string) => `title: T
id: ${id}
logsource: {product: test}
detection: {s: {F: [secret, ${value}]}, condition: s}
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalog-'));
  const files = {
    'a/1.yml': RULE('one', 'x'),
    'a/2.yml': RULE('two', 'y'),
    'a/bad.yml': 'title: [',
    'a/readme.md': 'x',
  };
  const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  writeFileSync(join(folder, 'rules.zip'), zipSync(bytes));
});
afterAll(() => rmSync(folder, { recursive: true }));

function call(...words: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = catalog(words, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    progress: () => {},
  });
  return { code, out, err };
}

test('writes the index and where it came from; figures only', () => {
  const source = ['--name', 'Test', '--commit', 'abc', '--date', '2026-01-02'];
  const { code, out } = call(join(folder, 'rules.zip'), '--out', join(folder, 'out'), ...source);
  expect(code).toBe(0);
  const manifest = JSON.parse(readFileSync(join(folder, 'out', 'indicators.json'), 'utf8'));
  expect(JSON.parse(out[0]!)).toEqual(manifest);
  expect(manifest).toMatchObject({
    name: 'Test',
    commit: 'abc',
    date: '2026-01-02',
    rules: 2,
    files: 3,
    filesWithErrors: 1,
    indicators: 1,
    indicatorsOfOneRule: 2,
  });
  const bytes = readFileSync(join(folder, 'out', 'indicators.bin'));
  expect(readIndex(bytes).others('F|match|secret', 'one')).toBe(1);
  const statistics = readFileSync(join(folder, 'out', 'statistics.json'), 'utf8');
  expect(readStatistics(JSON.parse(statistics)).get('test||')).toMatchObject({
    rules: 2,
    fields: [{ field: 'F', rules: 2, operators: [{ operator: 'match', rules: 2 }] }],
  });
  const values = readFileSync(join(folder, 'out', 'values.bin'));
  expect(readValueFigures(values).size).toBe(1);
  for (const written of [bytes, statistics, values]) expect(written.includes('secret')).toBe(false);
});

test.each([
  ['nothing', []],
  ['two paths', ['a.zip', 'b.zip']],
  ['a path that is not there', ['nowhere.zip']],
  ['an option that is not there', ['a.zip', '--colour']],
])('%s is bad usage', (_, words) => {
  const { code, err } = call(...words);
  expect([code, err.length]).toEqual([2, 1]);
});
