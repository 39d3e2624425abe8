import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
import { compileCollection } from '../../rule';
import { Evaluator } from '../evaluate';
import { correlate } from './correlate';
import type { Firing, LeftOut } from './firing';
import { byStart } from './firing-of';
import { askedFields, type KeptFields, keptFields } from './kept-matches';
import { FileTimes, latestOf, type OwnTime, PartTimes } from './part-times';
import { CorrelationStream } from './stream';

/* Correlations over matches as they come find what they find over all events at once. */

const RULES = ['a', 'b']
  .map(
    (k) =>
      `title: ${k}\nname: ${k}\nlogsource: {product: test}\ndetection: {s: {k: ${k}}, condition: s}\n---\n`,
  )
  .join('');
const correlation = (name: string, body: string) => `title: ${name}\nname: ${name}\ncorrelation: ${body}\n`;
const COLLECTION = compileCollection(
  RULES +
    [
      correlation(
        'many',
        '{type: event_count, rules: [a], group-by: [u], timespan: 1m, condition: {gte: 2}, generate: true}',
      ),
      correlation(
        'sum',
        '{type: value_sum, rules: [a, b], timespan: 5m, condition: {field: v, gte: 8}, generate: true}',
      ),
      correlation('both', '{type: temporal, rules: [a, b], group-by: [u], timespan: 2m, generate: true}'),
      correlation('over', '{type: temporal_ordered, rules: [many, both], group-by: [h], timespan: 10m}'),
      correlation(
        'values',
        '{type: value_count, rules: [many], timespan: 10m, condition: {field: v, gte: 2}}',
      ),
      correlation(
        'average',
        '{type: value_avg, rules: [a, b], group-by: [u], timespan: 1m, condition: {field: v, gt: 1, lt: 2.4}}',
      ),
      correlation(
        'middle',
        '{type: value_percentile, rules: [a, b], timespan: 2m, condition: {field: v, percentile: 50, gte: 2}}',
      ),
      correlation('tenths', '{type: value_sum, rules: [a], timespan: 30s, condition: {field: w, gte: 0.6}}'),
      correlation(
        'few',
        '{type: event_count, rules: [a, b, b], timespan: 1m, condition: {lte: 2}, generate: true}',
      ),
      correlation('order', '{type: temporal_ordered, rules: [b, a], group-by: [h], timespan: 1m}'),
      correlation(
        'renamed',
        '{type: temporal, rules: [a, b], group-by: [who], timespan: 3m, aliases: {who: {a: u, b: h}}}',
      ),
      correlation(
        'mixed',
        '{type: event_count, rules: [few, a], group-by: [u], timespan: 2m, condition: {gte: 3}}',
      ),
      `sigma-version: 2.2.0\n${correlation('either', '{type: temporal_ordered, rules: [a, b, many], group-by: [u], timespan: 2m, condition: (a and b) or (many and not b)}')}`,
      // Its firings say whether the events go on long enough to know what did not occur.
      `sigma-version: 2.2.0\n${correlation('without', '{type: temporal, rules: [a, b], timespan: 1m, condition: a and not b}')}`,
    ].join('---\n'),
);

const iso = (second: number) => new Date(Date.UTC(2026, 2, 1, 10, 0, second)).toISOString();
/** Times that say all, that name no year, that leave open which number is the day, and none. */
const TIMES: readonly ((second: number) => Record<string, string>)[] = [
  (s) => ({ '@timestamp': iso(s) }),
  (s) => ({
    timestamp: `Mar  1 10:${String(Math.floor(s / 60)).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}`,
  }),
  (s) => ({ TimeCreated: `03/01/2026 10:0${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}` }),
  (s) => ({ TimeCreated: `02/28/2026 10:0${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}` }),
  () => ({}),
];

const event = fc
  .record({
    second: fc.integer({ min: 0, max: 500 }),
    form: fc.constantFrom(0, 0, 1, 2, 3, 4),
    k: fc.constantFrom('a', 'b', 'c'),
    u: fc.constantFrom('x', 'y', null),
    h: fc.constantFrom('h1', 'h2'),
    v: fc.constantFrom(1, 2.5, '3', 'many', 1e21, undefined),
    w: fc.constantFrom(0.1, 0.2, 0.3),
  })
  .map(({ second, form, ...rest }) => JSON.stringify({ ...TIMES[form]!(second), ...rest }));

test('the rules compile', () =>
  expect(COLLECTION.diagnostics.filter(({ severity, lint }) => severity === 'error' && !lint)).toEqual([]));

/** A match, and what is kept of it. */
interface Match {
  readonly rule: number;
  readonly event: number;
  readonly own: OwnTime;
  readonly kept: KeptFields;
}

/** Everything that correlations need of a log, by parts of so many events. */
function partsOf(lines: readonly string[], part: number) {
  const events = readEvents(lines.join('\n')).slices.map((slice) => slice.event!);
  const asked = askedFields(COLLECTION);
  const evaluators = new Map(
    [...asked.keys()].map((rule) => [rule, new Evaluator(COLLECTION.plans[rule]!.plan)]),
  );
  const times = new FileTimes();
  const parts: Match[][] = [];
  for (let first = 0; first < events.length; first += part) {
    const taken = new PartTimes();
    const matches: Match[] = [];
    for (const one of events.slice(first, first + part)) {
      const own = taken.take(one);
      for (const [rule, evaluator] of evaluators) {
        if (!evaluator.evaluate(one)) continue;
        const kept = structuredClone(keptFields(evaluator, one, asked.get(rule)!));
        matches.push({ rule, event: one.index, own, kept });
      }
    }
    times.add(structuredClone(taken.facts));
    parts.push(matches);
  }
  return { parts, times, latest: latestOf([times])[0]! };
}

/** Runs all correlations over parts, each taken as a whole once nothing of the others is before it. */
function streamed(
  { parts, times, latest }: ReturnType<typeof partsOf>,
  hear: (kept: number) => void = () => {},
) {
  const firings: Firing[][] = COLLECTION.correlations.map(() => []);
  const leftOut: LeftOut[][] = COLLECTION.correlations.map(() => []);
  const stream = new CorrelationStream(COLLECTION, {
    fired: (firing) => firings[firing.correlation]!.push(firing),
    leftOut: (correlation, out) => leftOut[correlation]!.push(out),
  });
  const timed = parts.map((matches) => {
    const all = matches.map((match) => ({ ...match, micros: times.micros(match.own, latest) }));
    const first = Math.min(...all.flatMap(({ micros }) => micros ?? []));
    return { all, first };
  });
  timed.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  for (const [i, { all }] of timed.entries()) {
    for (const { rule, event, micros, kept } of all) stream.take(rule, event, micros, kept);
    const next = timed[i + 1]?.first ?? Number.POSITIVE_INFINITY;
    if (Number.isFinite(next)) stream.advance(next);
    hear(stream.kept);
  }
  stream.end(times.last(latest));
  expect(stream.kept).toBe(0);
  return firings.map((all, i) => ({
    firings: all.sort(byStart()),
    leftOut: leftOut[i]!.sort((a, b) => a.event - b.event),
  }));
}

function whole(lines: readonly string[]) {
  const events = readEvents(lines.join('\n')).slices.map((slice) => slice.event!);
  return correlate(COLLECTION, events, { ignoreLogsource: true }).map(({ firings, leftOut }) => ({
    firings,
    leftOut,
  }));
}

describe('correlations over matches as they come', () => {
  test('are those over the events, however the log is divided', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (lines, part) => {
        expect(streamed(partsOf(lines, part))).toEqual(whole(lines));
      }),
      { numRuns: 60 },
    );
  });

  test('and so is a log of thousands of events, of which only the windows are kept', () => {
    const log = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        JSON.stringify({
          '@timestamp': iso(i * 20 + Math.floor(i / 30) * 1800),
          k: 'abc'[(i * 7) % 5] ?? 'c',
          u: 'xy'[i % 3] ?? null,
          h: `h${i % 2}`,
          v: i % 4,
          w: [0.1, 0.2, 0.3][i % 3],
        }),
      );
    const most = (lines: readonly string[]) => {
      let kept = 0;
      const found = streamed(partsOf(lines, 1), (now) => {
        kept = Math.max(kept, now);
      });
      return { kept, found };
    };
    // After each thirty events a pause lets all windows end.
    const [short, long] = [most(log(700)), most(log(1600))];
    expect(long.found).toEqual(whole(log(1600)));
    expect(long.found.filter(({ firings }) => firings.length > 1).length).toBeGreaterThan(3);
    expect(long.kept).toBeLessThanOrEqual(short.kept * 1.1);
  });

  test('a file without years is placed by the years of another one', () => {
    const taken = (text: string) => {
      const times = new FileTimes();
      const part = new PartTimes();
      const own = readEvents(text).slices.map((slice) => part.take(slice.event!));
      times.add(part.facts);
      return { times, own };
    };
    const one = taken('{"timestamp": "Mar  1 10:00:00"}');
    const other = taken(`{"@timestamp": "${iso(0)}"}`);
    const [latest] = latestOf([one.times, other.times]);
    expect(new Date(one.times.micros(one.own[0]!, latest!)! / 1000).toISOString()).toBe(iso(0));
  });
});
