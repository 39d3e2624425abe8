import { describe, expect, test } from 'vitest';
import { expectLinear } from '../testing/growth';
import { eventOf, planOf, ruleOf, tell } from '../testing/oracle/check';
import { evaluate } from './evaluate';
import { explain } from './explain';
import { RuleSet } from './many/rule-set';

/*
 * An explanation is posted between threads and drawn, so it stays small however often something matches, and however
 * deep an event is nested.
 */

const many = (count: number, text = 'a') => text.repeat(count);

describe('up to 100 occurrences of one value are reported', () => {
  test.each([
    ['F|contains: a', 'a', 1],
    ["F|contains: 'a?'", 'ab', 1],
    ["F|windash|contains: ' -a'", ' -a', 1],
    ["F|re: 'a'", 'a', 1],
    ["F|re: '(a)(b)?'", 'a', 1],
    ["F|re: 'a(?!c)'", 'a', 1],
  ])('%s', (detection, one) => {
    const occurrences = (count: number) =>
      tell(detection, { F: many(count, one) }).values[0]!.hits[0]!.spans.filter((s) => s.kind === 'match')
        .length;
    expect([99, 100, 101, 5000].map(occurrences)).toEqual([99, 100, 100, 100]);
  });
});

describe('up to 50 hits of one value are reported', () => {
  const list = (count: number) => Array.from({ length: count }, () => 'abc');
  test.each([
    ['members of an array', 'F: abc', (count: number) => ({ F: list(count) })],
    ['members of arrays in arrays', 'F: abc', (count: number) => ({ F: [[], list(count)] })],
    [
      'places of a keyword',
      '- abc',
      (count: number) => Object.fromEntries(list(count).map((v, i) => [`F${i}`, v])),
    ],
    [
      'forms of a value',
      "F|base64offset|contains: 'abcdef'",
      (count: number) => ({
        F: Array.from({ length: count }, (_, i) =>
          Buffer.from(`${many(i % 3, 'x')}abcdef`).toString('base64'),
        ),
      }),
    ],
  ])('%s', (_, detection, event) => {
    expect([49, 50, 51, 3000].map((count) => tell(detection, event(count)).values[0]!.hits.length)).toEqual([
      49, 50, 50, 50,
    ]);
  });
});

test.each([
  [1000, 1000],
  [1001, 1001],
  [1_000_000, 1001],
])('a value of %i characters is reported with %i', (length, told) => {
  const { items, values } = tell('F|contains: a', { F: many(length) });
  expect(values[0]!.hits[0]!.value).toHaveLength(told);
  expect(items[0]!.eventValue).toHaveLength(told);
  expect(items[0]!.eventValue!.endsWith('…')).toBe(length > 1000);
});

describe('a rule of many parts is not reported a hundred times over', () => {
  test.each([
    ['stars', `F: '${many(20_000, '*')}a*'`],
    ['wildcards', `F: '*${many(3000, '?')}*'`],
    ['wildcards and letters', `F|contains: '${many(3000, 'a?')}'`],
    ['groups', `F|re: '${many(300, '()')}a'`],
    ['groups of the other engine', `F|re: '(?=a)${many(3000, '()')}a'`],
    ['dashes', `F|windash|contains: '${many(500, ' -a')}'`],
  ])('%s', (_, detection) => {
    const text = many(7000, 'a') + many(600, ' -a');
    const told = (members: number) => tell(detection, { F: Array.from({ length: members }, () => text) });
    const { trace, values } = told(60);
    expect(trace.matched).toBe(true);
    const { hits } = values[0]!;
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.flatMap((h) => h.spans).length).toBeLessThanOrEqual(10_000);
    // Every hit that is reported has something to show.
    expect(hits.every((h) => h.spans.length > 0)).toBe(true);
    expectLinear(2, (members) => members, told);
  });
});

describe('events nested more than 200 deep', () => {
  const system = '"System":{"Channel":"C","Computer":"h","EventID":1,"Provider":{"Name":"p"}}';
  const SHAPES: readonly (readonly [string, (value: string) => string])[] = [
    ['flat', (v) => `{"A":${v}}`],
    ['Windows event', (v) => `{"Event":{${system},"EventData":{"A":${v}}}}`],
    ['Data list', (v) => `{"Event":{${system},"EventData":{"Data":[{"Name":"A","#text":${v}}]}}}`],
    [
      'winlogbeat',
      (v) => `{"winlog":{"channel":"C","computer_name":"h","event_id":1,"event_data":{"A":${v}}}}`,
    ],
  ];
  const plans = ['- needle', 'A: needle', 'A|re: needle', 'A|exists: true', "A.x: '*'", 'A: null'].map(
    (detection) => planOf(ruleOf(detection)),
  );
  const DEPTHS = [1, 6, 9, ...Array.from({ length: 14 }, (_, i) => 192 + i), 400, 790, 810, 5000];

  test.each(SHAPES)('%s: all ways of matching agree, and all ranges are in the event', (_, shape) => {
    const keywordFound: number[] = [];
    for (const depth of DEPTHS) {
      for (const [open, close] of [
        ['[', ']'],
        ['{"x":', '}'],
        ['{"Data":', '}'],
      ] as const) {
        const text = shape(`${open.repeat(depth)}"needle"${close.repeat(depth)}`);
        const event = eventOf(text);
        const set = new RuleSet(plans, { ignoreLogsource: true }).match(event);
        for (const [i, plan] of plans.entries()) {
          const trace = explain(plan, event, { ignoreLogsource: true });
          const asked = [evaluate(plan, event), trace.matched, set.includes(i)];
          expect(new Set(asked).size, `${depth} ${open} plan ${i}: ${asked}`).toBe(1);
          for (const { body } of trace.selections) {
            if (body.kind !== 'item') continue;
            if (i === 0 && body.matched) keywordFound.push(depth);
            const ranges = [body.eventRange, body.eventKey].concat(
              body.values.flatMap((v) => v.hits.flatMap((h) => [h.key, ...h.spans.flatMap((s) => s.text)])),
            );
            for (const range of ranges) {
              if (!range) continue;
              expect(range.start).toBeGreaterThanOrEqual(0);
              expect(range.end).toBeLessThanOrEqual(text.length);
              expect(range.end).toBeGreaterThanOrEqual(range.start);
            }
          }
        }
      }
    }
    // The limit exists, and is not at the first levels.
    expect(keywordFound).toContain(192);
    expect(keywordFound).not.toContain(400);
  });

  test('a hundred thousand levels', () => {
    const text = `{"A":${'['.repeat(100_000)}${']'.repeat(100_000)},"B":"needle"}`;
    const event = eventOf(text);
    for (const plan of plans) expect(explain(plan, event).matched).toBe(evaluate(plan, event));
    expect(explain(plans[0]!, event).matched).toBe(true);
  });
});

describe('of a long value that is told what the first characters stand in that matched', () => {
  const needle = 'NEEDLE';
  test.each([
    ['F|contains: NEEDLE', 0],
    ['F|contains: NEEDLE', 900],
    ['F|contains: NEEDLE', 990],
    ['F|contains: NEEDLE', 1000],
    ['F|contains: NEEDLE', 5000],
    ['F|endswith: NEEDLE', 1_000_000],
    ["F|re: 'NEED(LE)'", 3000],
    ['- NEEDLE', 3000],
  ])('%s at %i', (detection, before) => {
    const value = `${many(before, 'x')}${needle}${detection.includes('ends') ? '' : many(2000, 'y')}`;
    const hit = tell(detection, { F: value }).values[0]!.hits[0]!;
    const from = hit.from ?? 0;
    const { start, end } = hit.spans.find(({ kind }) => kind === 'match')!.value;
    expect(value.slice(start, end)).toBe(needle);
    expect(hit.value.slice(start - from, end - from)).toBe(needle);
    expect(value.slice(from, from + 500)).toBe(hit.value.replace(/…$/, '').slice(0, 500));
    expect(hit.value.length).toBeLessThanOrEqual(1001);
  });
});
