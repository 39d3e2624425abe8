import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VERDICTS } from '../../src/match';
import { eventAt, matchingOf, NO_VERDICTS, rangeOf, sourceOf, verdictOf, withPiece } from './verdict-columns';

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

const SOURCES = ['x', 'y', 'z'];

interface Given {
  readonly from: number;
  readonly codes: readonly number[];
}

/** Verdicts with everything else derived from the event's index. */
const batch = ({ from, codes }: Given) => ({
  from,
  starts: Uint32Array.from(codes, (_, i) => 10 * (from + i)),
  ends: Uint32Array.from(codes, (_, i) => 10 * (from + i) + 5),
  codes: Uint8Array.from(codes),
  // Each batch numbers its sources independently.
  source: Uint16Array.from(codes, (_, i) => (from + i) % 3),
  sources: SOURCES,
});

const given = fc.record({
  from: fc.nat(3000),
  codes: fc.array(fc.nat(VERDICTS.length - 1), { minLength: 1, maxLength: 300 }),
});

test('batches in any order, overlapping ones too, give each event its newest verdict and do not change older columns', () => {
  fc.assert(
    fc.property(fc.array(given, { maxLength: 12 }), (pieces) => {
      const codes = new Map<number, number>();
      let verdicts = NO_VERDICTS;
      for (const piece of pieces) {
        const before = verdicts;
        const [tally, names] = [[...before.tally], [...codes.keys()].map((i) => verdictOf(before, i))];
        verdicts = withPiece(verdicts, batch(piece), 3300);
        expect(before.tally).toEqual(tally);
        expect([...codes.keys()].map((i) => verdictOf(before, i))).toEqual(names);
        for (const [i, code] of piece.codes.entries()) codes.set(piece.from + i, code);
      }
      for (const [event, code] of codes) {
        expect(verdictOf(verdicts, event)).toBe(VERDICTS[code]);
        expect(rangeOf(verdicts, event)).toEqual({ start: 10 * event, end: 10 * event + 5 });
        expect(sourceOf(verdicts, event)).toBe(SOURCES[event % 3]);
      }
      const all = [...codes.values()];
      expect(verdicts.tally).toEqual(VERDICTS.map((_, code) => all.filter((c) => c === code).length));
      const match = VERDICTS.indexOf('match');
      const matching = [...codes].flatMap(([event, code]) => (code === match ? [event] : []));
      expect(matchingOf(verdicts)).toEqual(matching.sort((a, b) => a - b));
    }),
    { numRuns: 60 },
  );
});
