import { expect, test } from 'vitest';
import { type Column, nextOrder, type Order, type Row, shownRows } from './rows';

const row = (field: string | null, value: string, others: number | null, negated = false): Row => ({
  field,
  kind: 'contains',
  how: [],
  value,
  negated,
  ranges: [{ start: 0, end: 1 }],
  key: value,
  others,
});

const ROWS = [row('B', 'x10', 3), row('A', 'x9', null, true), row(null, 'Y', 7), row('B', 'a', 3)];

const up = (column: Column): Order => ({ column, down: false });
const down = (column: Column): Order => ({ column, down: true });

test.each<[string, Order | null, string]>([
  ['', null, 'x10 x9 Y a'],
  ['', up('field'), 'x9 Y x10 a'],
  ['', down('field'), 'x10 a Y x9'],
  ['', up('value'), 'a x9 x10 Y'],
  ['', down('corpus'), 'Y x10 a x9'],
  ['', up('corpus'), 'x9 x10 a Y'],
  ['', up('effect'), 'x9 x10 Y a'],
  ['X', null, 'x10 x9'],
  ['x excludes', null, 'x9'],
  ['any value', null, 'Y'],
  ['nothing', up('value'), ''],
])('%j %j', (filter, order, values) => {
  expect(
    shownRows(ROWS, filter, order)
      .map((r) => r.value)
      .join(' '),
  ).toBe(values);
});

test.each<[Column, boolean[]]>([
  ['field', [false, true]],
  ['corpus', [true, false]],
])('a third click on %s brings the order of the rule back', (column, ways) => {
  const first = nextOrder(null, column);
  const second = nextOrder(first, column);
  expect([first, second].map((order) => order?.down)).toEqual(ways);
  expect(nextOrder(second, column)).toBeNull();
  expect(nextOrder(second, 'value')).toEqual(up('value'));
});
