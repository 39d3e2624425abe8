import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';

vi.stubGlobal('window', {
  matchMedia: () => ({ matches: false, addEventListener: () => {} }),
  addEventListener: () => {},
});
const { COMMANDS } = await import('./all');
const { find } = await import('./find');
const { PARTS_KEYS } = await import('./other-keys');

const twice = (all: readonly string[]) => all.filter((one, i) => all.indexOf(one) !== i);
const keys = COMMANDS.flatMap((command) => (command.keys ?? []).map((key) => ({ ...key, command })));

test('no two commands have one id or one title', () => {
  expect(COMMANDS.length).toBeGreaterThan(80);
  expect(twice(COMMANDS.map(({ id }) => id))).toEqual([]);
  expect(twice(COMMANDS.map(({ title }) => title))).toEqual([]);
});

test('no key is used twice, in the editors neither', () => {
  expect(twice(keys.map(({ key }) => key))).toEqual([]);
});

test('the page takes no key from Monaco but those that it says', () => {
  const chords = keys.filter(({ where }) => where.startsWith('in the ')).map(({ key }) => key.split(' ')[0]);
  const taken = keys.filter(({ where, key }) => where === 'everywhere' && chords.includes(key));
  expect(taken).toEqual([]);
});

test('docs/using.md has the table of keys as it is', () => {
  const rows = [
    ...keys.map(({ key, where, command }) => [key, command.title, where]),
    ...PARTS_KEYS.flatMap(({ part, keys }) => keys.map(([key, does]) => [key, does, `in ${part}`])),
  ];
  const table = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
  if (process.env.WRITE_KEYS) writeFileSync(process.env.WRITE_KEYS, table);
  expect(readFileSync('docs/using.md', 'utf8')).toContain(table);
});

test.each([
  ['embed', 'embed'],
  ['iframe', 'embed'],
  ['wiki', 'embed'],
  ['picture', 'export-result'],
  ['markdown', 'export-result'],
  ['print', 'export-result'],
  ['anonymise', 'redact'],
  ['projector', 'stage'],
  ['presentation', 'stage'],
  ['offline', 'about'],
  ['delete data', 'about'],
  ['shortcuts', 'keys'],
])('who types %j finds %s first', (typed, id) => {
  expect(find(typed, COMMANDS, [])[0]?.command.id).toBe(id);
});
