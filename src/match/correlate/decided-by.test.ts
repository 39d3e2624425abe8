import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
import { CORRELATION_READINGS, type CorrelationReadingId } from '../../knowledge';
import { compileCollection } from '../../rule';
import { correlate } from './correlate';
import { correlationsDecidedBy } from './decided-by';

const RULES = ['a', 'b']
  .map(
    (k) => `---\ntitle: ${k}\nname: ${k}\nlogsource: {product: t}\ndetection: {s: {${k}: 1}, condition: s}\n`,
  )
  .join('');

const BASE = 1_700_000_000;

/**
 * A correlation (followed by other documents), events as objects, and the number of firings here and under the other
 * reading.
 */
type Row = readonly [correlation: string, events: readonly object[], firings: number, other: number];

const count = (condition: string, more = 'group-by: [u], ') =>
  `{type: event_count, rules: [a, b], ${more}timespan: 10s, condition: {${condition}}}`;

const at = (second: number) => ({ ts: BASE + second });

const DECIDED: Readonly<Record<CorrelationReadingId, readonly Row[]>> = {
  'window-ends': [
    [
      count('gte: 2'),
      [
        { ...at(0), a: 1, u: 1 },
        { ...at(10), a: 1, u: 1 },
      ],
      1,
      0,
    ],
    [
      '{type: temporal_ordered, rules: [a, b], timespan: 10s}',
      [
        { ...at(0), a: 1 },
        { ...at(10), b: 1 },
      ],
      1,
      0,
    ],
  ],
  'group-missing': [
    [
      count('gte: 2'),
      [
        { ...at(0), a: 1 },
        { ...at(1), a: 1 },
      ],
      0,
      1,
    ],
    // Events without one field or the other do not form one group.
    [
      count('gte: 2', 'group-by: [u, w], '),
      [
        { ...at(0), a: 1, u: 'x' },
        { ...at(1), a: 1, w: 'x' },
        { ...at(2), b: 1, w: 'x' },
      ],
      0,
      1,
    ],
  ],
  'event-once': [[count('gte: 2'), [{ ...at(0), a: 1, b: 1, u: 1 }], 0, 1]],
  'group-text-case': [
    [
      count('gte: 2'),
      [
        { ...at(0), a: 1, u: 'X' },
        { ...at(1), a: 1, u: 'x' },
      ],
      0,
      1,
    ],
    [
      '{type: value_count, rules: [a], timespan: 10s, condition: {field: v, gte: 2}}',
      [
        { ...at(0), a: 1, v: 'X' },
        { ...at(1), a: 1, v: 'x' },
      ],
      1,
      0,
    ],
  ],
  'group-null': [
    [
      count('gte: 2'),
      [
        { ...at(0), a: 1, u: null },
        { ...at(1), a: 1, u: null },
      ],
      0,
      1,
    ],
  ],
  'percentile-interpolation': [
    [
      '{type: value_percentile, rules: [a], timespan: 10s, condition: {field: v, percentile: 50, eq: 2}}',
      [
        { ...at(0), a: 1, v: 1 },
        { ...at(1), a: 1, v: 3 },
      ],
      1,
      0,
    ],
  ],
  'firing-fields': [
    [
      `{type: event_count, rules: [inner], group-by: [w], timespan: 10s, condition: {gte: 1}}
---
title: I
name: inner
correlation: ${count('gte: 2')}`,
      [
        { ...at(0), a: 1, u: 1, w: 1 },
        { ...at(1), a: 1, u: 1, w: 1 },
      ],
      1,
      0,
    ],
  ],
  'absence-window': [
    [
      '{type: temporal, rules: [a, b], group-by: [], timespan: 10s, condition: a and not b}',
      [
        { ...at(0), a: 1 },
        { ...at(5), b: 1 },
      ],
      0,
      1,
    ],
    [
      '{type: temporal, rules: [a, b], group-by: [], timespan: 10s, condition: a and not b}',
      [
        { ...at(0), b: 1 },
        { ...at(5), a: 1 },
      ],
      1,
      0,
    ],
  ],
  'time-month-first': [
    [
      count('gte: 2'),
      [
        { Date: '2/3/2026 2:05:06 PM', a: 1, u: 1 },
        { time: '2026-02-03T14:05:07Z', a: 1, u: 1 },
      ],
      1,
      0,
    ],
  ],
  'time-small-number': [
    [
      count('gte: 2'),
      [
        { ts: 5, a: 1, u: 1 },
        { ts: 6, a: 1, u: 1 },
      ],
      0,
      1,
    ],
  ],
};

/** Events and a correlation for which all readings agree. */
const AGREED: Row = [
  count('gte: 2'),
  [
    { ...at(0), a: 1, u: 'x' },
    { ...at(1), b: 1, u: 'x' },
  ],
  1,
  1,
];

function collectionOf(correlation: string) {
  const collection = compileCollection(`title: X\ncorrelation: ${correlation}\n${RULES}`, { spec: '2.2.0' });
  expect(collection.diagnostics.filter((d) => d.severity === 'error' && !d.lint)).toEqual([]);
  return collection;
}

const eventsOf = (list: readonly object[]) =>
  readEvents(list.map((e) => JSON.stringify(e)).join('\n')).slices.map((s) => s.event!);

describe.each(CORRELATION_READINGS)('$id', ({ id, clause, ours, other }) => {
  test.each(DECIDED[id])('decides %s', (correlation, list, firings, firingsOther) => {
    const collection = collectionOf(correlation);
    const events = eventsOf(list);
    const decided = correlationsDecidedBy(collection, events).find(
      (d) => d.id === id && d.correlation === 0,
    )!;
    expect(decided).toMatchObject({ id, clause, ours, other });
    expect(decided.resultOurs).toEqual(correlate(collection, events)[0]);
    expect(decided.resultOurs.firings).toHaveLength(firings);
    expect(decided.resultOther.firings).toHaveLength(firingsOther);
  });
});

test('if all readings agree, no interpretation decides; without readings, the contract applies', () => {
  const [correlation, list, firings] = AGREED;
  const collection = collectionOf(correlation);
  const events = eventsOf(list);
  expect(correlationsDecidedBy(collection, events)).toEqual([]);
  expect(correlate(collection, events, { readings: {} })).toEqual(correlate(collection, events));
  expect(correlate(collection, events)[0]!.firings).toHaveLength(firings);
});
