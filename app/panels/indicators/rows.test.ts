import { expect, test } from 'vitest';
import { indicatorsCsv } from '../../../src/describe';
import { type Column, csvOf, nextOrder, type Order, type Row, rowsOf, shownRows } from './rows';

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

/** What steps make, and how many they are. */
function through<T>(steps: Generator<void, T>): { value: T; count: number } {
  for (let count = 1; ; count++) {
    const step = steps.next();
    if (step.done) return { value: step.value, count };
  }
}

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
    through(shownRows(ROWS, filter, order))
      .value?.map((r) => r.value)
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

const MANY = Array.from({ length: 5000 }, (_, i) => row(`F${i % 7}`, `v, ${(i * 31) % 5003}`, i % 5));

test.each<[string, Generator<void, unknown>]>([
  ['counting', rowsOf(MANY, (_, at) => at % 5)],
  ['filtering', shownRows(MANY, 'v1', null)],
  ['sorting', shownRows(MANY, '', up('value'))],
  ['writing', csvOf(MANY, true)],
])('%s many rows takes many steps', (_, steps) => {
  expect(through(steps).count).toBeGreaterThan(8);
});

test('rows are counted each by its own indicator, and written as one table', () => {
  const rows = through(rowsOf(MANY, ({ value }, at) => (value === MANY[at]!.value ? at % 5 : null))).value;
  expect(rows).toEqual(MANY);
  for (const counted of [true, false])
    expect(through(csvOf(rows, counted)).value).toBe(
      indicatorsCsv(rows, counted ? rows.map(({ others }) => others) : undefined),
    );
  expect(through(csvOf([], true)).value).toBe(indicatorsCsv([], []));
});
