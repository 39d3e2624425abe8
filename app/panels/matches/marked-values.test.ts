import { expect, test } from 'vitest';
import { TOLD } from '../../../src/limits';
import type { Mark } from '../../../src/match';
import { markedValues } from './marked-values';

const mark = (selection: number, value: number, start: number, more: Partial<Mark> = {}): Mark => ({
  event: 0,
  selection,
  value,
  rule: { start: value, end: value + 1 },
  text: { start, end: start + 1 },
  kind: 'match',
  whole: true,
  ...more,
});

const starts = (marks: readonly Mark[]) => markedValues(marks).map(({ text }) => text.start);

test.each<[string, readonly Mark[], readonly number[]]>([
  ['nothing', [], []],
  ['each value by its first place', [mark(0, 0, 5), mark(0, 0, 7), mark(0, 1, 9)], [5, 9]],
  ['one value in two selections', [mark(0, 0, 5), mark(1, 0, 6)], [5, 6]],
  [
    'no part of a value, and nothing of a selection that did not match',
    [mark(0, 0, 1, { kind: 'wildcard' }), mark(0, 1, 2, { whole: false }), mark(0, 0, 3)],
    [3],
  ],
])('%s', (_, marks, expected) => {
  expect(starts(marks)).toEqual(expected);
});

test('a value that is in an event ten thousand times is one line', () => {
  expect(starts(Array.from({ length: 10_000 }, (_, i) => mark(0, 0, i)))).toEqual([0]);
});

test('of many values there are no more lines than the explanation will have', () => {
  const marks = Array.from({ length: TOLD.parts.value + 1 }, (_, i) => mark(0, i, i));
  expect(starts(marks)).toEqual(marks.slice(0, -1).map(({ text }) => text.start));
});
