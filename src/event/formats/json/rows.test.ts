import { describe, expect, test } from 'vitest';
import { expectLinear } from '../../../testing/growth';
import type { SigmaEvent } from '../../event';
import { readEvents } from '../../read';
import { expectSlices } from '../testing';

/** Each value of an event and what stands where it was found. */
const placed = (text: string, event: SigmaEvent) =>
  event.leaves().map(({ path, value }) => {
    const { start, end } = event.locatePath(path)!.value;
    return [path.join('.'), value, text.slice(start, end)];
  });

const FIELDS = (rows: string) => `{"preview":false,"fields":["a","b","a"],"rows":[${rows}]}`;
const PAIRS = (...pairs: string[]) => `{"results":[[${pairs.join(',')}]],"status":"Complete"}`;

/** Rows of tables in JSON: each value with the text at its place. */
const CASES: readonly (readonly [name: string, text: string, values: readonly unknown[]])[] = [
  [
    'two columns of one name',
    FIELDS('[1,2,3]'),
    [
      ['a', 3, '3'],
      ['b', 2, '2'],
    ],
  ],
  [
    'two columns of one name, the second empty',
    FIELDS('[1,2,null]'),
    [
      ['a', 1, '1'],
      ['b', 2, '2'],
    ],
  ],
  [
    'two columns of one name, the first empty',
    FIELDS('[null,2,3]'),
    [
      ['b', 2, '2'],
      ['a', 3, '3'],
    ],
  ],
  ['two columns of one name, both empty', FIELDS('[null,2,null]'), [['b', 2, '2']]],
  [
    'an empty text is a value',
    FIELDS('[1,2,""]'),
    [
      ['a', '', ''],
      ['b', 2, '2'],
    ],
  ],
  [
    'a cell that is an object',
    FIELDS('[{"c":1},2,null]'),
    [
      ['a.c', 1, '1'],
      ['b', 2, '2'],
    ],
  ],
  [
    'names beside values',
    PAIRS('{"field":"a","value":"x"}', '{"field":"b","value":"y"}'),
    [
      ['a', 'x', 'x'],
      ['b', 'y', 'y'],
    ],
  ],
  [
    'names beside values, one twice',
    PAIRS('{"field":"a","value":"x"}', '{"field":"a","value":"y"}'),
    [['a', 'y', 'y']],
  ],
  [
    'names beside values, one without',
    PAIRS('{"field":"a","value":"x"}', '{"field":"a"}'),
    [['a', 'x', 'x']],
  ],
  [
    'names beside values, one null',
    PAIRS('{"field":"a","value":"x"}', '{"field":"a","value":null}'),
    [['a', 'x', 'x']],
  ],
  [
    'BigQuery, one twice',
    '{"schema":{"fields":[{"name":"a"},{"name":"a"}]},"rows":[{"f":[{"v":"x"},{"v":null}]}]}',
    [['a', 'x', 'x']],
  ],
];

const COLS = (fields: string, columns: string) => `{"preview":false,"fields":${fields},"columns":${columns}}`;
const INFO =
  '"ResultSetMetadata":{"ColumnInfo":[{"Name":"a","Type":"varchar"},{"Name":"b","Type":"varchar"}]}';
const ATHENA = (rows: string, info = INFO) => `{"ResultSet":{"Rows":[${rows}]${info && `,${info}`}}}`;
const ROW = (...cells: string[]) =>
  `{"Data":[${cells.map((cell) => (cell ? `{"VarCharValue":"${cell}"}` : '{}')).join(',')}]}`;
const FRAME = (kind: string, more: string) => `{"FrameType":"${kind}",${more}}`;
const V2 = (...frames: string[]) => `[${frames.join(',')}]`;
const TABLE = (kind: string, rows: string) =>
  FRAME('DataTable', `"TableId":1,"TableKind":"${kind}","Columns":[{"ColumnName":"a"}],"Rows":[${rows}]`);
const SAID = 'json-bulk-action';

/** Texts with several rows: the events, problems and warnings. */
const TEXTS: readonly (readonly [name: string, text: string, read: readonly unknown[]])[] = [
  [
    'columns',
    COLS('["a","b"]', '[["x","y"],[1,2]]'),
    [
      { a: 'x', b: 1 },
      { a: 'y', b: 2 },
    ],
  ],
  ['columns, one of a name', COLS('[{"name":"a"}]', '[["x","y"]]'), [{ a: 'x' }, { a: 'y' }]],
  ['columns, empty cells', COLS('["a","b"]', '[[null,"y"],[1,null]]'), [{ b: 1 }, { a: 'y' }]],
  ['columns, several values in a cell', COLS('["a"]', '[[["x","z"],"y"]]'), [{ a: 'x,z' }, { a: 'y' }]],
  ['columns without rows', COLS('["a","b"]', '[[],[]]'), []],
  ['columns, and an event behind', `${COLS('["a"]', '[["x"]]')}\n{"c":1}`, [{ a: 'x' }, { c: 1 }]],
  [
    'columns of two answers',
    `${COLS('["a"]', '[["x"]]')}\n${COLS('["b"]', '[["y"]]')}`,
    [{ a: 'x' }, { b: 'y' }],
  ],
  ['Athena', ATHENA(`${ROW('a', 'b')},${ROW('x', 'y')}`), [{ a: 'x', b: 'y' }]],
  ['Athena, an empty cell', ATHENA(`${ROW('a', 'b')},${ROW('', 'y')}`), [{ b: 'y' }]],
  [
    'Athena, no row of names',
    ATHENA(`${ROW('x', 'y')},${ROW('z', 'w')}`),
    [
      { a: 'x', b: 'y' },
      { a: 'z', b: 'w' },
    ],
  ],
  ['Athena, only names', ATHENA(ROW('a', 'b')), []],
  ['Athena, columns not told', ATHENA(`${ROW('a', 'b')},${ROW('x', 'y')}`, ''), [{ a: 'x', b: 'y' }]],
  ['Athena, a short row', ATHENA(`${ROW('a', 'b')},${ROW('x')}`), ['table-fewer-cells']],
  [
    'Kusto, frames',
    V2(
      FRAME('DataSetHeader', '"Version":"v2.0"'),
      TABLE('QueryProperties', '["p"]'),
      TABLE('PrimaryResult', '["x"],["y"]'),
    ),
    [{ a: 'x' }, { a: 'y' }],
  ],
  ['Kusto, no rows', V2(TABLE('PrimaryResult', '')), []],
  [
    'Kusto, two results',
    V2(TABLE('PrimaryResult', '["x"]'), TABLE('PrimaryResult', '["y"]')),
    [{ a: 'x' }, { a: 'y' }],
  ],
  ['bulk', '{"index":{"_index":"i"}}\n{"a":1}\n{"index":{}}\n{"a":2}\n', [{ a: 1 }, { a: 2 }, SAID]],
  ['bulk, an object of that name', '{"index":{"size":1}}\n{"a":1}\n', [{ 'index.size': 1 }, { a: 1 }]],
  ['bulk, an event with that name', '{"delete":{"_id":"1"},"a":1}\n', [{ 'delete._id': '1', a: 1 }]],
];

describe('rows in JSON', () => {
  test.each(TEXTS)('%s', (_, text, expected) => {
    const { slices, warnings } = readEvents(text);
    const read = slices.map((slice) => {
      if (!slice.event) return slice.code;
      const { event } = slice;
      return Object.fromEntries(event.fields().map((name) => [name, String(event.get(name))]));
    });
    const told = warnings.map(({ code }) => code);
    const texts = (one: unknown) =>
      typeof one === 'string'
        ? one
        : Object.fromEntries(Object.entries(one as object).map(([name, value]) => [name, String(value)]));
    expect([...read, ...told]).toEqual(expected.map(texts));
    expectSlices(text);
  });

  test.each([
    ['columns', (n: number) => COLS('["a","b"]', `[[${'1,'.repeat(n)}1],[${'2,'.repeat(n)}2]]`)],
    ['columns that never end', (n: number) => `${COLS('["a"]', '[["x"]').slice(0, -1)}\n`.repeat(n)],
    ['Athena', (n: number) => ATHENA(`${ROW('a', 'b')}${`,${ROW('x', 'y')}`.repeat(n)}`)],
    [
      'Athena, columns not told',
      (n: number) => `${ATHENA(`${ROW('a', 'b')},${ROW('x', 'y')}`, '')}\n`.repeat(n),
    ],
    [
      'Athena, rows that never end',
      (n: number) => '{"ResultSet":{"Rows":[{"Data":[{"VarCharValue":"a"}\n'.repeat(n),
    ],
    ['Kusto, frames that never end', (n: number) => `[${'{"FrameType":"DataSetHeader",\n'.repeat(n)}`],
    ['bulk', (n: number) => '{"index":{}}\n{"a":1}\n'.repeat(n)],
  ])('takes linear time: %s', (_, make) => {
    expectLinear(500, make, (text) => readEvents(text).slices.map(({ event }) => event?.leaves()));
  });

  test.each(CASES)('%s', (_, text, values) => {
    const [slice, ...more] = readEvents(text).slices;
    expect(more).toEqual([]);
    expect(placed(text, slice!.event!)).toEqual(values);
  });
});
