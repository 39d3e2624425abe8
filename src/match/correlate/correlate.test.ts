import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
import { compileCollection } from '../../rule';
import { expectLinear } from '../../testing/growth';
import { plain } from '../../text';
import { correlate } from './correlate';

const RULES = `
---
title: A
name: a
logsource: {product: test}
detection: {s: {k: a}, condition: s}
---
title: B
name: b
logsource: {product: test}
detection: {s: {k: b}, condition: s}
---
title: C
name: c
logsource: {product: test}
detection: {s: {k: c}, condition: s}
`;

const at = (second: number) => new Date(1_700_000_000_000 + second * 1000).toISOString();

/** `second kind user value`, separated by spaces. */
function events(rows: readonly string[]) {
  const text = rows
    .map((row) => {
      const [second, k, u, v] = row.split(' ');
      return JSON.stringify({
        '@timestamp': at(Number(second)),
        k,
        u,
        v: v === undefined ? undefined : Number(v),
      });
    })
    .join('\n');
  return readEvents(text).slices.map((s) => s.event!);
}

function run(correlation: string, rows: readonly string[], more = '') {
  const collection = compileCollection(`title: X\ncorrelation: ${correlation}\n${more}${RULES}`);
  expect(collection.diagnostics.filter((d) => d.severity === 'error' && !d.lint)).toEqual([]);
  return correlate(collection, events(rows))[0]!;
}

const shown = (result: ReturnType<typeof run>) =>
  result.firings.map(
    (f) =>
      `${Object.values(f.key).join(',')}: ${f.members.map((m) => m.event).join(' ')} = ${f.value.map((v) => v.value).join(' ')}`,
  );

const U = 'group-by: [u], timespan: 10s';

/** correlation, events, firings as `key: members = values` */
const CASES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    `{type: event_count, rules: [a], ${U}, condition: {gte: 3}}`,
    ['0 a x', '5 a x', '10 a x', '5 a y', '100 a x', '3 b x'],
    ['x: 0 1 2 = 1 2 3'],
  ],
  // both ends of the window are inside; one microsecond more is not
  [`{type: event_count, rules: a, ${U}, condition: {gte: 2}}`, ['0 a x', '10 a x'], ['x: 0 1 = 1 2']],
  [`{type: event_count, rules: a, ${U}, condition: {gte: 2}}`, ['0 a x', '10.001 a x'], []],
  // windows that share an event are one firing; others are two
  [
    `{type: event_count, rules: [a], ${U}, condition: {gt: 1}}`,
    ['0 a x', '8 a x', '16 a x', '24 a x', '60 a x', '61 a x'],
    ['x: 0 1 2 3 = 1 2 2 2', 'x: 4 5 = 1 2'],
  ],
  [
    `{type: event_count, rules: [a], ${U}, condition: {lt: 2}}`,
    ['0 a x', '50 a x'],
    ['x: 0 = 1', 'x: 1 = 1'],
  ],
  [`{type: event_count, rules: [a, b], ${U}, condition: {eq: 2}}`, ['0 a x', '1 b x'], ['x: 0 1 = 1 2']],
  [`{type: event_count, rules: [a], ${U}, condition: {neq: 1}}`, ['0 a x', '0 a x'], ['x: 0 1 = 2 2']],
  [
    `{type: event_count, rules: [a], ${U}, condition: {gt: 1, lte: 2}}`,
    ['0 a x', '1 a x', '2 a x'],
    ['x: 0 1 = 1 2'],
  ],
  [
    `{type: event_count, rules: [a], group-by: [], timespan: 10s, condition: {gte: 2}}`,
    ['0 a x', '1 a y'],
    [': 0 1 = 1 2'],
  ],
  [
    `{type: value_count, rules: [a], ${U}, condition: {field: v, gte: 2}}`,
    ['0 a x 1', '1 a x 1', '2 a x 2', '3 a x'],
    ['x: 0 1 2 = 1 1 2'],
  ],
  [
    `{type: value_count, rules: [a, b], group-by: [], timespan: 10s, condition: {field: [u, v], gte: 3}}`,
    ['0 a x 1', '1 b y 1', '2 a x 1', '3 a x 2'],
    [': 0 1 2 3 = 1 2 2 3'],
  ],
  [`{type: temporal, rules: [a, b], ${U}}`, ['0 b x', '4 a x', '5 a y'], ['x: 0 1 = 1 2']],
  [`{type: temporal, rules: [a, b, c], ${U}, condition: {gte: 2}}`, ['0 b x', '4 c x'], ['x: 0 1 = 1 2']],
  [`{type: temporal_ordered, rules: [a, b], ${U}}`, ['0 b x', '4 a x'], []],
  [`{type: temporal_ordered, rules: [a, b], ${U}}`, ['0 b x', '4 a x', '6 b x'], ['x: 0 1 2 = 1 1 2']],
  // events at the same time are in the right order either way
  [`{type: temporal_ordered, rules: [a, b], ${U}}`, ['4 b x', '4 a x'], ['x: 0 1 = 2 2']],
  [
    `{type: value_sum, rules: [a], ${U}, condition: {field: v, gt: 9}}`,
    ['0 a x 4', '1 a x 6', '20 a x 9'],
    ['x: 0 1 = 4 10'],
  ],
  [
    `{type: value_avg, rules: [a], ${U}, condition: {field: v, gte: 5}}`,
    ['0 a x 4', '1 a x 6'],
    ['x: 0 1 = 4 5'],
  ],
  [
    `{type: value_percentile, rules: [a], ${U}, condition: {field: v, percentile: 50, gte: 5}}`,
    ['0 a x 1', '1 a x 9', '2 a x 9'],
    ['x: 0 1 2 = 1 5 9'],
  ],
  [
    `{type: value_median, rules: [a], ${U}, condition: {field: v, gte: 9}}`,
    ['0 a x 1', '1 a x 9', '2 a x 9'],
    ['x: 0 1 2 = 1 5 9'],
  ],
  [
    `{type: temporal, rules: [a, b], group-by: [who], timespan: 1m, aliases: {who: {a: u, b: v}}}`,
    ['0 a 7', '1 b x 7', '2 b 7 8'],
    ['7: 0 1 = 1 2'],
  ],
];

test.each(CASES)('%s over %j', (correlation, rows, expected) => {
  expect(shown(run(correlation, rows))).toEqual(expected);
});

describe('correlations of correlations', () => {
  const inner = `---
title: Many
name: many
correlation: {type: event_count, rules: [a], group-by: [u], timespan: 10s, condition: {gte: 2}}
`;
  test('a firing is an event at the time of its last member', () => {
    const result = run(
      `{type: temporal_ordered, rules: [many, b], ${U}}`,
      ['0 a x', '5 a x', '15 b x', '3 b x'],
      inner,
    );
    expect(result.firings.map((f) => [f.start, f.end])).toEqual([[1_700_000_005_000, 1_700_000_015_000]]);
    expect(result.firings[0]!.members.map((m) => [m.event, m.firing?.members.map((i) => i.event)])).toEqual([
      [1, [0, 1]],
      [2, undefined],
    ]);
  });
  test('only its own `group-by` counts; a field that all members share is a field of the firing', () => {
    const by = (field: string) =>
      `{type: event_count, rules: [many], group-by: [${field}], timespan: 10s, condition: {gte: 1}}`;
    expect(shown(run(by('k'), ['0 a x', '1 a x'], inner))).toEqual(['a: 1 = 1']);
    expect(shown(run(by('v'), ['0 a x 1', '1 a x 2'], inner))).toEqual([]);
  });
});

describe('what does not fire', () => {
  test('the closest window', () => {
    const { nearest } = run(`{type: event_count, rules: [a], ${U}, condition: {gte: 4}}`, [
      '0 a x',
      '50 a y',
      '51 a y',
      '52 a z',
    ]);
    expect([nearest!.key, nearest!.value, nearest!.members.map((m) => m.event)]).toEqual([
      { u: 'y' },
      2,
      [1, 2],
    ]);
    expect(plain(nearest!.text)).toBe(
      'The closest window for u y: the number of events was 2 (required: number of events ≥ 4).',
    );
  });
  test('which rule is missing, or that the order is wrong', () => {
    const { nearest } = run(`{type: temporal, rules: [a, b, c], ${U}}`, ['0 a x', '1 c x']);
    expect([nearest!.missing, plain(nearest!.text)]).toEqual([
      [1],
      'The closest window for u x: b did not occur (required: number of different rules ≥ 3).',
    ]);
    const ordered = run(`{type: temporal_ordered, rules: [a, b], ${U}}`, ['0 b x', '1 a x']).nearest!;
    expect([ordered.missing, plain(ordered.text)]).toEqual([
      [],
      'The closest window for u x: all occurred, but not in this order (required: number of different rules in this order ≥ 2).',
    ]);
  });
  test('events that do not count', () => {
    const collection = compileCollection(
      `title: X\ncorrelation: {type: value_sum, rules: [a], ${U}, condition: {field: v, gte: 1}}\n${RULES}`,
    );
    const text = [
      { k: 'a', u: 'x', v: 1 },
      { k: 'a', '@timestamp': at(0), v: 1 },
      { k: 'a', '@timestamp': at(0), u: null, v: 1 },
      { k: 'a', '@timestamp': at(0), u: 'x', v: 'many' },
      { k: 'a', '@timestamp': '2026-01-01 00:00:00', u: 'x', v: '1' },
    ]
      .map((e) => JSON.stringify(e))
      .join('\n');
    const [result] = correlate(
      collection,
      readEvents(text).slices.map((s) => s.event!),
    );
    expect(result!.leftOut).toEqual([
      { event: 0, reason: 'no timestamp' },
      { event: 1, reason: 'no group', field: 'u' },
      { event: 2, reason: 'no group', field: 'u' },
      { event: 3, reason: 'no value', field: 'v' },
    ]);
    expect([result!.zoneless, shown(result!)]).toEqual([[4], ['x: 4 = 1']]);
  });
});

// Compared by the process's own time; the machine only decides how long the test takes.
test.each([
  'type: value_percentile, rules: [a, b, c], group-by: [u], timespan: 1d, condition: {field: v, percentile: 95, gte: 10000}',
  'type: temporal_ordered, rules: [a, b, c], group-by: [u], timespan: 1d, condition: {gte: 9}',
  'type: value_count, rules: [a, b, c], group-by: [u], timespan: 1h, condition: {field: v, gte: 100000}',
])(
  'very many events of one group do not take quadratic time: %s',
  (correlation) => {
    const list = (size: number) =>
      events(
        Array.from({ length: size }, (_, i) => `${i % (size / 2)} ${'abc'[i % 3]} x ${i % (size / 100)}`),
      );
    const collection = compileCollection(`title: X\ncorrelation: {${correlation}}\n${RULES}`);
    expectLinear(6000, list, (all) => expect(correlate(collection, all)[0]!.firings).toEqual([]));
  },
  600_000,
);
