import { describe, expect, test } from 'vitest';
import type { SigmaEvent } from '../../event';
import { readEvents } from '../../read';

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

describe('rows in JSON', () => {
  test.each(CASES)('%s', (_, text, values) => {
    const [slice, ...more] = readEvents(text).slices;
    expect(more).toEqual([]);
    expect(placed(text, slice!.event!)).toEqual(values);
  });
});
