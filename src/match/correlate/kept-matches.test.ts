import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
import { compileCollection } from '../../rule';
import { Evaluator } from '../evaluate';
import { correlate, wantedRules } from './correlate';
import { askedFields, KeptMatches, keptFields } from './kept-matches';
import { FileTimes, latestOf, type OwnTime, PartTimes } from './part-times';

/* What is kept of events in parts of a log is enough: correlations find what they find over the events themselves. */

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
  })
  .map(({ second, form, ...rest }) => JSON.stringify({ ...TIMES[form]!(second), ...rest }));

test('the rules compile', () =>
  expect(COLLECTION.diagnostics.filter(({ severity, lint }) => severity === 'error' && !lint)).toEqual([]));

describe('correlations over what is kept', () => {
  test('are those over the events, however the log is divided', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (lines, part) => {
        const events = readEvents(lines.join('\n')).slices.map((slice) => slice.event!);
        const asked = askedFields(COLLECTION);
        const kept = new KeptMatches(COLLECTION);
        const times = new FileTimes();
        const own = new Map<number, OwnTime>();
        for (let first = 0; first < events.length; first += part) {
          const taken = new PartTimes();
          for (const one of events.slice(first, first + part)) {
            own.set(one.index, taken.take(one));
            for (const rule of new Set(wantedRules(COLLECTION))) {
              const evaluator = new Evaluator(COLLECTION.plans[rule]!.plan);
              if (!evaluator.evaluate(one)) continue;
              kept.add(rule, one.index, structuredClone(keptFields(evaluator, one, asked.get(rule)!)));
            }
          }
          times.add(structuredClone(taken.facts));
        }
        const [latest] = latestOf([times]);
        const found = kept.correlate((index) => times.micros(own.get(index)!, latest!), times.last(latest!));
        const expected = correlate(
          COLLECTION,
          readEvents(lines.join('\n')).slices.map((slice) => slice.event!),
          {
            ignoreLogsource: true,
          },
        );
        const told = (results: typeof found) =>
          results.map(({ firings, leftOut, matched, nearest }) => ({ firings, leftOut, matched, nearest }));
        expect(told(found)).toEqual(told(expected));
      }),
      { numRuns: 150 },
    );
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
