import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../event';
import { itemsOf } from '../rule';
import { planOf, ruleOf } from '../testing/oracle/check';
import { plain } from '../text';
import { decidedBy } from './decided-by';
import { Evaluator } from './evaluate';
import { explain } from './explain';
import { RuleSet } from './many/rule-set';
import { missWords } from './words/miss';

/* Numbers keep the characters that they have in the text, in the rule and in the event. Events are given as text. */

const read = (text: string) => readEvents(text).slices[0]!.event!;

/**
 * The answers of the three ways. Each reads the event anew, because reading a number closely may change what is known
 * about it.
 */
function verdict(detection: string, event: string): boolean {
  const plan = planOf(ruleOf(detection));
  const alone = new Evaluator(plan).evaluate(read(event));
  expect(new RuleSet([plan]).match(read(event))).toEqual(alone ? [0] : []);
  expect(explain(plan, read(event)).matched).toBe(alone);
  return alone;
}

const NEAR = ['20547673299883310', '20547673299883311', '20547673299883312'];

describe('integers beyond 2^53', () => {
  test.each(NEAR)('%s equals itself only, as number and as text, in rule and event', (wanted) => {
    for (const found of NEAR)
      for (const rule of [wanted, `'${wanted}'`])
        for (const value of [found, `"${found}"`, `[1,${found}]`])
          expect([rule, value, verdict(`F: ${rule}`, `{"F":${value}}`)]).toEqual([
            rule,
            value,
            found === wanted,
          ]);
  });
  test.each<[string, string, boolean]>([
    ['F: 0xFFFFFFFFFFFFFFFF', '18446744073709551615', true],
    ['F: 0xFFFFFFFFFFFFFFFF', '18446744073709551614', false],
    ['F: 18446744073709551615', '18446744073709551615.0', true],
    ['F: -9223372036854775808', '-9223372036854775808', true],
    ['F: -9223372036854775808', '-9223372036854775807', false],
    ['F: 1e400', '1e400', true],
    ['F: 1e400', '1e401', false],
    ['F|endswith: "311"', '20547673299883311', true],
    ['F|endswith: "310"', '20547673299883311', false],
    ['F|re: "83311$"', '20547673299883311', true],
    ['F|contains|all: ["2054", "3311"]', '20547673299883311', true],
    ['F|fieldref: G', '20547673299883311,"G":20547673299883311', true],
    ['F|fieldref: G', '20547673299883311,"G":20547673299883310', false],
    ['F|neq: 20547673299883310', '20547673299883311', true],
    ['F: null', '20547673299883311', false],
    ['F: null', '1e400', false],
    ['F|exists: true', '1e400', true],
    ["- '883311'", '20547673299883311', true],
    ["- '883310'", '20547673299883311', false],
  ])('%s on %s: %s', (detection, value, expected) => {
    expect(verdict(detection, `{"F":${value}}`)).toBe(expected);
  });
});

describe('numbers in another spelling', () => {
  test.each<[string, string, boolean]>([
    ['F: 1', '1.0', true],
    ['F: 1.0', '1', true],
    ["F: '1.0'", '1.0', true],
    ["F: '1'", '1.0', false],
    ['F|startswith: "1."', '1.0', true],
    ['F|contains: "."', '1', false],
    ["F: '1000'", '1e3', true],
    ["F: '1e3'", '1e3', false],
    ['F: 1e21', '1e21', true],
    ["F: '1e21'", '1e21', true],
    ["F: '1e+21'", '1e21', false],
    ['F: 1000000000000000000000', '1e21', true],
    ["F: '10.50'", '10.50', true],
    ["F: '10.5'", '10.50', false],
    ['F: 0.1', '0.10', true],
    ['F: 0.1', '0.1000000000000000055', false],
    ['F: 0', '-0', true],
    ["F: '1.0'", '[2,1.0]', true],
    ["F: '1.0'", '[2,[1.0]]', true],
    ["n.F: '1.0'", '1,"n":{"F":1.0}', true],
    ["- '1.0'", '1.0', true],
  ])('%s on %s: %s', (detection, value, expected) => {
    expect(verdict(detection, `{"F":${value}}`)).toBe(expected);
  });
});

describe('comparisons', () => {
  const orders: [string, (a: bigint, b: bigint) => boolean][] = [
    ['lt', (a, b) => a < b],
    ['lte', (a, b) => a <= b],
    ['gt', (a, b) => a > b],
    ['gte', (a, b) => a >= b],
  ];
  test.each(orders)('%s counts every digit', (modifier, holds) => {
    for (const wanted of NEAR)
      for (const found of NEAR)
        for (const value of [found, `"${found}"`])
          expect(verdict(`F|${modifier}: ${wanted}`, `{"F":${value}}`)).toBe(
            holds(BigInt(found), BigInt(wanted)),
          );
  });
  test.each<[string, string, boolean]>([
    ['F|gt: 1e400', '1e401', true],
    ['F|lt: 1e400', '1e401', false],
    ['F|lt: 1e400', '5', true],
    ['F|gte: 0xFFFFFFFFFFFFFFFF', '18446744073709551615', true],
    ['F|gt: 0xFFFFFFFFFFFFFFFE', '18446744073709551615', true],
    ['F|gt: 0.1', '0.1000000000000000055', true],
    ['F|lte: .inf', '1e400', false],
  ])('%s on %s: %s', (detection, value, expected) => {
    expect(verdict(detection, `{"F":${value}}`)).toBe(expected);
  });
});

describe('how they are shown', () => {
  const item = (detection: string, event: string) =>
    itemsOf(explain(planOf(ruleOf(detection)), read(event)).selections[0]!.body)[0]!;
  // Words may change; the numbers in them may not.
  test.each<[string, string, readonly string[]]>([
    ['F: 20547673299883310', '20547673299883311', ['20547673299883311', '20547673299883310']],
    ["F: '20547673299883310'", '20547673299883311', ['20547673299883311', '20547673299883310']],
    ['F|gt: 20547673299883311', '20547673299883311', ['20547673299883311', 'more than 20547673299883311']],
    ['F|lt: 0xFFFFFFFFFFFFFFFF', '18446744073709551616', ['18446744073709551616', '18446744073709551615']],
    ['F: 2', '1.0', ['`1.0`', '2']],
    ['F: 2', '1e400', ['`1e400`', '2']],
    ['F: null', '1e21', ['`1e21`']],
  ])('%s on %s', (detection, value, said) => {
    const trace = item(detection, `{"F":${value}}`);
    expect(trace.eventValue).toBe(value);
    const words = plain(missWords(trace.miss ?? trace.values[0]!.miss!));
    for (const text of said) expect(words).toContain(text);
  });
  test('an object is told with its numbers as written', () => {
    expect(item('F: 2', '{"F":{"a":[1.0,1e400]}}').eventValue).toBe('{"a":[1.0,1e400]}');
  });
});

test('they stay numbers when an interpretation asks what is text', () => {
  const decisions = (detection: string, event: string) =>
    decidedBy(planOf(ruleOf(detection)), read(event)).map(({ id }) => id);
  expect(decisions('F|gt: 5', '{"F":20547673299883311}')).toEqual([]);
  expect(decisions('F|gt: 5', '{"F":"20547673299883311"}')).toEqual(['compare-text']);
  expect(decisions("- '883311'", '{"F":20547673299883311}')).toContain('keyword-number');
});

test('whatever the number, the three ways agree, and it equals its own characters', () => {
  const written = fc.oneof(
    fc.constantFrom('1.0', '1', '10.50', '1e21', '1e400', ...NEAR),
    fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
    fc.tuple(fc.integer(), fc.stringMatching(/^\d{1,20}$/)).map((parts) => parts.join('.')),
  );
  fc.assert(
    fc.property(written, written, fc.constantFrom('', '|gt', '|lte', '|contains'), (a, b, modifier) => {
      verdict(`F${modifier}: ${a}`, `{"F":${b}}`);
      expect(verdict(`F: ${a}`, `{"F":${a}}`)).toBe(true);
      expect(verdict(`F: '${a}'`, `{"F":${a}}`)).toBe(true);
      expect(verdict(`F: '${a}'`, `{"F":${b}}`)).toBe(a === b);
    }),
    { numRuns: 200 },
  );
});
