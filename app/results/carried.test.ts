import { expect, test } from 'vitest';
import { carried } from './carried';

const FROM = 'title: One\nlevel: high\n';

test.each<[name: string, from: string, to: string, found: string, expected: string[]]>([
  ['nothing changed', FROM, FROM, 'One', ['One']],
  ['a change behind it', FROM, 'title: One\nlevel: low\n', 'One', ['One']],
  ['a change before it', FROM, 'title: Another one\nlevel: high\n', 'high', ['high']],
  ['a change of it', FROM, 'title: Onto\nlevel: high\n', 'One', []],
  ['all is new', FROM, 'a', 'One', []],
  ['all is gone', FROM, '', 'high', []],
])('%s', (_, from, to, found, expected) => {
  const start = from.indexOf(found);
  const range = { start, end: start + found.length };
  const problem = { code: 'a', severity: 'info', range, message: ['m'] } as const;
  expect(carried([problem], from, to).map((d) => to.slice(d.range.start, d.range.end))).toEqual(expected);
});
