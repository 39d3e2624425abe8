import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvents } from '../../event';
import { compileCollection } from '../../rule';
import { correlate } from './correlate';

/* The sliding window against its definition, computed by comparing every pair of events. */

interface Row {
  readonly id: number;
  readonly second: number;
  readonly kind: 'a' | 'b' | 'c';
  readonly user: string;
  readonly v: number;
}

const SPAN = 10;
const KINDS = ['a', 'b', 'c'] as const;
const rows: fc.Arbitrary<Row[]> = fc
  .array(
    fc.record({
      second: fc.integer({ min: 0, max: 60 }),
      kind: fc.constantFrom(...KINDS),
      user: fc.constantFrom('x', 'y'),
      v: fc.integer({ min: 0, max: 4 }),
    }),
    { maxLength: 24 },
  )
  .map((list) => list.map((row, id) => ({ ...row, id })));

const rules = KINDS.map(
  (k) => `---\ntitle: ${k}\nname: ${k}\nlogsource: {product: t}\ndetection: {s: {k: ${k}}, condition: s}\n`,
).join('');

type Shown = readonly [key: string, start: number, end: number, ids: readonly number[]];

function fast(correlation: string, list: readonly Row[]): Shown[] {
  const text = list
    .map(({ second, kind, user, v }) =>
      JSON.stringify({ '@timestamp': 1_700_000_000 + second, k: kind, u: user, v }),
    )
    .join('\n');
  const collection = compileCollection(
    `title: X\ncorrelation: {${correlation}, group-by: [u], timespan: ${SPAN}s}\n${rules}`,
  );
  const events = readEvents(text).slices.map((s) => s.event!);
  const [result] = correlate(collection, events);
  return order(
    result!.firings.map((f) => [
      f.key.u!,
      f.start / 1000 - 1_700_000_000,
      f.end / 1000 - 1_700_000_000,
      f.members.map((m) => list[m.event]!.id).sort((a, b) => a - b),
    ]),
  );
}

function order(list: Shown[]): Shown[] {
  return list.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
}

/** The window at every moment, by the definition; those that hold, merged as long as any two share an event. */
function naive(list: readonly Row[], holds: (window: readonly Row[]) => boolean): Shown[] {
  const found: Shown[] = [];
  for (const user of ['x', 'y']) {
    const group = list.filter((row) => row.user === user);
    let sets = [...new Set(group.map((row) => row.second))]
      .map((end) => group.filter((row) => row.second >= end - SPAN && row.second <= end))
      .filter(holds);
    for (let again = true; again; ) {
      again = false;
      for (const one of sets) {
        const other = sets.find((s) => s !== one && s.some((row) => one.includes(row)));
        if (!other) continue;
        sets = [...sets.filter((s) => s !== one && s !== other), [...new Set([...one, ...other])]];
        again = true;
        break;
      }
    }
    for (const set of sets) {
      const seconds = set.map((row) => row.second);
      const ids = set.map((row) => row.id).sort((a, b) => a - b);
      found.push([user, Math.min(...seconds), Math.max(...seconds), ids]);
    }
  }
  return order(found);
}

const of = (window: readonly Row[], kind: string) => window.filter((row) => row.kind === kind);
const LAWS: readonly (readonly [string, (row: Row) => boolean, (window: readonly Row[]) => boolean])[] = [
  ['type: event_count, rules: [a, b], condition: {gte: 3}', (r) => r.kind !== 'c', (w) => w.length >= 3],
  [
    'type: event_count, rules: [a], condition: {gt: 1, lt: 4}',
    (r) => r.kind === 'a',
    (w) => w.length > 1 && w.length < 4,
  ],
  ['type: event_count, rules: [c], condition: {eq: 1}', (r) => r.kind === 'c', (w) => w.length === 1],
  [
    'type: value_count, rules: [a, b, c], condition: {field: v, gte: 3}',
    () => true,
    (w) => new Set(w.map((r) => r.v)).size >= 3,
  ],
  [
    'type: value_count, rules: [a, b, c], condition: {field: [k, v], gte: 4}',
    () => true,
    (w) => new Set(w.map((r) => `${r.kind}${r.v}`)).size >= 4,
  ],
  ['type: temporal, rules: [a, b, c]', () => true, (w) => KINDS.every((k) => of(w, k).length > 0)],
  [
    'type: temporal, rules: [a, b, c], condition: {eq: 2}',
    () => true,
    (w) => KINDS.filter((k) => of(w, k).length > 0).length === 2,
  ],
  [
    'type: temporal_ordered, rules: [a, b, c]',
    () => true,
    (w) =>
      of(w, 'a').some((a) =>
        of(w, 'b').some((b) => of(w, 'c').some((c) => a.second <= b.second && b.second <= c.second)),
      ),
  ],
  [
    'type: temporal_ordered, rules: [c, a, b], condition: {gte: 2}',
    () => true,
    (w) =>
      w.some((p) => w.some((q) => p.second <= q.second && 'cab'.indexOf(p.kind) < 'cab'.indexOf(q.kind))),
  ],
  [
    'type: value_sum, rules: [a, b, c], condition: {field: v, gte: 8}',
    () => true,
    (w) => w.reduce((s, r) => s + r.v, 0) >= 8,
  ],
  [
    'type: value_avg, rules: [a, b, c], condition: {field: v, gte: 3}',
    () => true,
    (w) => w.reduce((s, r) => s + r.v, 0) / w.length >= 3,
  ],
  [
    'type: value_percentile, rules: [a, b, c], condition: {field: v, percentile: 50, gte: 3}',
    () => true,
    (w) => {
      const sorted = w.map((r) => r.v).sort((a, b) => a - b);
      const middle = (sorted.length - 1) / 2;
      return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2 >= 3;
    },
  ],
];

test.each(LAWS)('{%s} follows its definition', (correlation, counts, holds) => {
  fc.assert(
    fc.property(rows, (list) => {
      expect(fast(correlation, list)).toEqual(naive(list.filter(counts), holds));
    }),
    { numRuns: 200 },
  );
});

test.each(LAWS)('{%s} does not depend on the order of the events', (correlation) => {
  fc.assert(
    fc.property(
      rows.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      ([list, shuffled]) => {
        expect(fast(correlation, shuffled)).toEqual(fast(correlation, list));
      },
    ),
    { numRuns: 50 },
  );
});
