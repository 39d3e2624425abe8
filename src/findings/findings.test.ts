import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEVELS } from '../catalog';
import { type FindingsFilter, type FoundRule, NO_FILTER } from './filter';
import { Findings } from './findings';
import { MOST_NAMES, OTHERS, ShareCollector, type ShareHits } from './share-hits';
import { CountedFindings, FIRST_EVENTS } from './tables';

interface Hit {
  readonly rule: number;
  readonly number: number;
  readonly time: number | null;
  readonly host: string;
  readonly user: string;
  readonly file: string;
}

/** Two shares are of each. */
const FILES = ['a/one.evtx', 'two.csv'];
const fileOf = (share: number) => (share >> 1) % FILES.length;

const RULES: readonly FoundRule[] = [
  { title: 'A', id: 'a', level: 'high', path: 'a.yml', techniques: ['T1059', 'T1059.001'] },
  { title: 'B', id: null, level: 'low', path: 'b.yml', techniques: ['T1059.003'] },
  { title: 'C', id: null, level: 'none', path: 'c.yml', techniques: [] },
  { title: 'D', id: null, level: 'high', path: 'd.yml', techniques: ['T1003', 'T10590'] },
];

const HOUR = 3_600_000;

/** A share that holds these hits of its events, through the columns that a scanner sends. */
function shareOf(share: number, hits: readonly Hit[], events = 10): ShareHits {
  const names = (of: (hit: Hit) => string) => [...new Set(hits.map(of))];
  const [hostNames, userNames] = [names((h) => h.host), names((h) => h.user)];
  return {
    share,
    file: fileOf(share),
    events,
    unreadable: 0,
    rules: Uint32Array.from(hits, (h) => h.rule),
    numbers: Uint32Array.from(hits, (h) => h.number),
    times: Float64Array.from(hits, (h) => h.time ?? Number.NaN),
    hosts: Uint32Array.from(hits, (h) => hostNames.indexOf(h.host)),
    users: Uint32Array.from(hits, (h) => userNames.indexOf(h.user)),
    hostNames,
    userNames,
  };
}

function counted(findings: Findings, filter: FindingsFilter = NO_FILTER, leftOut = new Set<number>()) {
  const steps = CountedFindings.of(findings, RULES, filter, leftOut);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

function countedRows(...asked: Parameters<typeof counted>) {
  const all = counted(...asked);
  return { tables: all.tables, firstEvents: all.firstEvents, rows: all.rows(0, 1000) };
}

const hit = (share: number): fc.Arbitrary<Hit> =>
  fc.record({
    rule: fc.nat({ max: RULES.length - 1 }),
    number: fc.nat({ max: 9 }).map((n) => share * 10 + n),
    time: fc.option(fc.integer({ min: 0, max: 50 }).map((h) => h * HOUR)),
    host: fc.constantFrom('', 'pc-1', 'pc-2', 'srv'),
    user: fc.constantFrom('', 'ann', 'bob'),
    file: fc.constant(FILES[fileOf(share)]!),
  });

/** Hits of each share, in the order of events and rules, each once. */
const logs: fc.Arbitrary<Hit[][]> = fc
  .tuple(...[0, 1, 2, 3].map((share) => fc.array(hit(share), { maxLength: 12 })))
  .map((shares) =>
    shares.map((hits) => {
      const once = new Map(hits.map((h) => [h.number * 10 + h.rule, h]));
      return [...once].sort(([a], [b]) => a - b).map(([, h]) => h);
    }),
  );

const filters: fc.Arbitrary<FindingsFilter> = fc.record({
  rule: fc.option(fc.nat({ max: RULES.length - 1 })),
  level: fc.option(fc.constantFrom(...LEVELS)),
  technique: fc.option(fc.constantFrom('T1059', 'T1059.001', 'T1003', 'T9999')),
  host: fc.option(fc.constantFrom('', 'pc-1', 'absent')),
  user: fc.option(fc.constantFrom('', 'ann', 'absent')),
  file: fc.option(fc.constantFrom(...FILES, 'absent')),
  span: fc.option(
    fc.tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 })).map(([a, b]) => ({ from: a * HOUR, to: b * HOUR })),
  ),
});

/** The part of a filter, said as plainly as can be. */
const PARTS: { readonly [K in keyof FindingsFilter]: (hit: Hit, wanted: never) => boolean } = {
  rule: (h, wanted: number) => h.rule === wanted,
  level: (h, wanted: string) => RULES[h.rule]!.level === wanted,
  technique: (h, wanted: string) =>
    RULES[h.rule]!.techniques.some((id) => id === wanted || id.split('.')[0] === wanted),
  host: (h, wanted: string) => h.host === wanted,
  user: (h, wanted: string) => h.user === wanted,
  file: (h, wanted: string) => h.file === wanted,
  span: (h, wanted: { from: number; to: number }) =>
    h.time !== null && h.time >= wanted.from && h.time < wanted.to,
};

function passes(h: Hit, filter: FindingsFilter, without?: keyof FindingsFilter): boolean {
  return (Object.keys(PARTS) as (keyof FindingsFilter)[]).every(
    (part) => part === without || filter[part] === null || PARTS[part](h, filter[part] as never),
  );
}

const tally = <T>(all: readonly T[], of: (one: T) => readonly string[]) => {
  const counts = new Map<string, number>();
  for (const one of all) for (const name of of(one)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};
const asMap = (rows: readonly { name: string; count: number }[]) =>
  new Map(rows.map(({ name, count }) => [name, count]));

describe('tables', () => {
  test('are what counting one hit after the other gives, under any filter', () => {
    fc.assert(
      fc.property(logs, filters, fc.subarray([0, 1, 2, 3]), (shares, filter, gone) => {
        const findings = new Findings(FILES);
        for (const [i, hits] of shares.entries()) findings.add(shareOf(i, hits));
        const { tables, firstEvents, ...view } = countedRows(findings, filter, new Set(gone));
        const all = shares.flat().filter(({ rule }) => !gone.includes(rule));
        const under = (without?: keyof FindingsFilter) => all.filter((h) => passes(h, filter, without));
        expect(view.rows).toEqual(under());
        expect(tables.hits).toBe(under().length);
        expect(tables.events).toBe(new Set(under().map(({ number }) => number)).size);
        expect(tables.levels).toEqual(
          LEVELS.map((level) => under('level').filter(({ rule }) => RULES[rule]!.level === level).length),
        );
        expect(asMap(tables.hosts.rows)).toEqual(tally(under('host'), (h) => [h.host]));
        expect(asMap(tables.users.rows)).toEqual(tally(under('user'), (h) => [h.user]));
        expect(asMap(tables.files.rows)).toEqual(tally(under('file'), (h) => [h.file]));
        expect(asMap(tables.techniques.rows)).toEqual(
          tally(under('technique'), (h) => RULES[h.rule]!.techniques),
        );
        const byRule = under('rule');
        expect(new Map(tables.rules.map((r) => [r.rule, r]))).toEqual(
          new Map(
            [...new Set(byRule.map(({ rule }) => rule))].map((rule) => {
              const own = byRule.filter((h) => h.rule === rule);
              const times = own.flatMap(({ time }) => time ?? []);
              const edge = (of: typeof Math.min) => (times.length > 0 ? of(...times) : null);
              return [rule, { rule, count: own.length, first: edge(Math.min), last: edge(Math.max) }];
            }),
          ),
        );
        for (const [rule, first] of firstEvents)
          expect(first).toEqual(
            under()
              .filter((h) => h.rule === rule)
              .slice(0, FIRST_EVENTS),
          );
        const { timeline } = tables;
        const timed = under('span').filter(({ time }) => time !== null);
        if (timeline) {
          expect(timeline.untimed).toBe(under('span').length - timed.length);
          for (const [level, counts] of timeline.counts.entries())
            for (const [bar, count] of counts.entries()) {
              const from = timeline.from + bar * timeline.width;
              const own = timed.filter(
                ({ rule, time }) =>
                  RULES[rule]!.level === LEVELS[level] && time! >= from && time! < from + timeline.width,
              );
              expect(count).toBe(own.length);
            }
        } else expect(timed).toEqual([]);
      }),
    );
  });

  test('are the same in whatever order shares come, and if some come twice', () => {
    const orders = fc.tuple(
      logs,
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }),
      fc.array(fc.nat({ max: 3 })),
    );
    fc.assert(
      fc.property(orders, filters, ([shares, order, again], filter) => {
        const [inOrder, shuffled] = [new Findings(FILES), new Findings(FILES)];
        for (const [i, hits] of shares.entries()) inOrder.add(shareOf(i, hits));
        for (const i of order) expect(shuffled.add(shareOf(i, shares[i]!))).toBe(true);
        for (const i of again) expect(shuffled.add(shareOf(i, shares[i]!))).toBe(false);
        const [a, b] = [counted(inOrder, filter), counted(shuffled, filter)];
        expect(b.tables).toEqual(a.tables);
        expect(b.firstEvents).toEqual(a.firstEvents);
        expect(b.rows(0, 1000)).toEqual(a.rows(0, 1000));
        expect([shuffled.hits, shuffled.events]).toEqual([inOrder.hits, inOrder.events]);
      }),
    );
  });
});

test('a million hits take 24 bytes each, and what their names take', () => {
  const findings = new Findings();
  for (let share = 0; share < 100; share++) {
    const hits = Array.from({ length: 10_000 }, (_, i): Hit => {
      const number = share * 10_000 + i;
      return { rule: i % 4, number, time: number * 1000, host: `pc-${i % 50}`, user: `u${i % 7}`, file: '' };
    });
    findings.add(shareOf(share, hits, 10_000));
  }
  expect(findings.hits).toBe(1_000_000);
  expect(findings.hosts.all).toHaveLength(50);
  const names = [...findings.hosts.all, ...findings.users.all].join('').length;
  expect(findings.bytes).toBe(24_000_000 + 2 * names);
  const { tables, firstEvents } = counted(findings);
  expect(tables.hits).toBe(1_000_000);
  expect(tables.rules.map(({ count }) => count)).toEqual([250_000, 250_000, 250_000, 250_000]);
  expect([...firstEvents.values()].map(({ length }) => length)).toEqual(RULES.map(() => FIRST_EVENTS));
});

test('a share names a bounded number of hosts, whatever its events say', () => {
  const share = new ShareCollector(0, 0, () => Number.NaN);
  const event = (host: string) => ({ get: (field: string) => (field === 'Computer' ? host : undefined) });
  for (let i = 0; i < MOST_NAMES + 500; i++) share.add(0, i, event(`pc-${i}`) as never);
  const hits = share.end({ events: MOST_NAMES + 500, unreadable: 0 });
  expect(hits.hostNames).toHaveLength(MOST_NAMES + 1);
  const findings = new Findings();
  findings.add(hits);
  const { hosts } = counted(findings).tables;
  expect(hosts.rows[0]).toEqual({ name: OTHERS, count: 500 });
  expect(hosts.names).toBe(MOST_NAMES + 1);
});
