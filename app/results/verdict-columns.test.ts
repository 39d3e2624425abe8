import { expect, test } from 'vitest';
import { eventAt, NO_VERDICTS, withPiece } from './verdict-columns';

/** Events with a range each. */
const columns = (...ranges: readonly (readonly [number, number])[]) =>
  withPiece(
    NO_VERDICTS,
    {
      from: 0,
      starts: Uint32Array.from(ranges, ([start]) => start),
      ends: Uint32Array.from(ranges, ([, end]) => end),
      codes: new Uint8Array(ranges.length),
      source: new Uint16Array(ranges.length),
      sources: ['x'],
    },
    ranges.length,
  );

test.each<[string, readonly (readonly [number, number])[], number, number | null]>([
  ['no events', [], 3, null],
  ['before the first', [[5, 9]], 3, 0],
  [
    'inside',
    [
      [0, 4],
      [5, 9],
    ],
    6,
    1,
  ],
  [
    'between',
    [
      [0, 4],
      [8, 9],
    ],
    6,
    0,
  ],
  [
    'a line of an event behind another event',
    [
      [0, 30],
      [10, 19],
    ],
    25,
    0,
  ],
  [
    'the other event',
    [
      [0, 30],
      [10, 19],
    ],
    12,
    1,
  ],
  [
    'behind both',
    [
      [0, 30],
      [10, 19],
      [40, 45],
    ],
    35,
    1,
  ],
])('%s', (_, ranges, offset, event) => expect(eventAt(columns(...ranges), offset)).toBe(event));
