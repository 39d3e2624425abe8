import { describe, expect, test } from 'vitest';
import { compileCollection } from '../../rule';
import { planOf, ruleOf } from '../../testing/oracle/check';
import { correlationParagraphs } from './correlation';
import { inWords, paragraphsText } from './paragraph';
import { filterParagraphs, ruleParagraphs } from './rule';

const said = (detection: string, placeholders = {}) =>
  paragraphsText(ruleParagraphs(planOf(ruleOf(detection), placeholders)));
const START = 'This rule alerts when an event of `test` comes in';

describe('an item in words', () => {
  test.each([
    ['F: a', '`F` is `a`'],
    ['F: [a, b, c]', '`F` is `a`, `b` or `c`'],
    ['F|contains|all: [a, b]', '`F` contains all of `a` and `b`'],
    ["F|startswith: 'C:\\x'", '`F` starts with `C:\\x`'],
    ["F: '*a'", '`F` ends with `a`'],
    ["F: 'a*b'", '`F` is `a*b` (with * for any text and ? for one character)'],
    ["F: 'a\\*b'", '`F` is `a*b`'],
    ["F: ['*', '']", '(`F` has any text, or `F` is empty)', 'either `F` has any text, or `F` is empty'],
    ['F: null', '`F` is absent or null'],
    ['F: 5', '`F` is `5`'],
    ['F: true', '`F` is `true`'],
    ['F|cased|contains: Ab', '`F` contains `Ab` (in exactly this case)'],
    ["F|windash|contains: ' -c'", '`F` contains ` -c` (with any dash)'],
    ["F|re|i: 'a+'", '`F` matches `a+` (as an expression, in any case)'],
    ["F|cidr: '10.0.0.0/8'", '`F` is in the network `10.0.0.0/8`'],
    ['F|exists: true', '`F` is there'],
    ['F|exists: false', '`F` is missing'],
    ['F|gte: 5', '`F` is at least `5`'],
    ['F|hour|lt: 6', '`F` has an hour of less than `6`'],
    ['F|day: 6', '`F` has the day `6`'],
    ['F|fieldref: G', '`F` equals the field `G`'],
    ['F|fieldref|endswith|cased: G', '`F` ends with what is in the field `G` (in exactly this case)'],
    ['F|base64offset|contains: ab', '`F` contains `ab` (in Base64 at any offset)'],
    ['F|wide|base64: ab', '`F` is `ab` (in UTF-16, in Base64)'],
    ['F|neq: a', '`F` is not `a`'],
    ['F|contains|neq: [a, b]', '`F` does not contain any of `a` or `b`'],
    ['F|contains|all|neq: [a, b]', '`F` does not contain all of `a` and `b`'],
    ['CommandLine: a', 'the command line (`CommandLine`) is `a`'],
  ])('%s', (item, words, alone = words) => {
    expect(said(item)).toBe(`${START}, and ${alone}.`);
    // Inside of something else, groups are in parentheses.
    expect(said(`s:\n  ${item}\n  Z: z\ncondition: s`)).toBe(`${START}, and ${words}, and \`Z\` is \`z\`.`);
  });

  test.each([
    ['- a\n- b', 'the event somewhere contains `a` or `b`'],
    ["'|all': [a, b]", 'the event somewhere contains all of `a` and `b`'],
  ])('keywords %j', (body, words) => {
    expect(said(body)).toBe(`${START}, and ${words}.`);
  });

  test('placeholders are told with what they stand for', () => {
    expect(said("F|expand: 'x%p%'", { p: ['a', 'b'] })).toBe(
      `${START}, and \`F\` is \`x%p%\`.\n\`%p%\` stands for \`a\` or \`b\`.`,
    );
  });
});

const PARTS = 'a: {F: a}\nb: {F: b}\nc: {F: c, G: d}\nd: [{F: e}, {G: f}]\n';
const A = '`F` is `a`';
const B = '`F` is `b`';
const C = '`F` is `c`, and `G` is `d`';
const D = '`F` is `e`, or `G` is `f`';

describe('a condition in words', () => {
  test.each([
    ['a', `, and ${A}`],
    ['c', `, and ${C}`],
    ['d', `, and either ${D}`],
    ['a and b', `, and ${A}, and ${B}`],
    ['a or b', `, and either ${A}, or ${B}`],
    ['a and d', `, and ${A}, and (${D})`],
    ['a or c', `, and either ${A}, or (${C})`],
    ['a and not b', `, and ${A}, unless ${B}`],
    ['a and not c', `, and ${A}, unless ${C}`],
    ['a and not b and not c', `, and ${A}, unless ${B}, or unless ${C}`],
    ['a and not (b or c)', `, and ${A}, unless ${B}, or unless ${C}`],
    ['a and not d', `, and ${A}, unless \`F\` is \`e\`, or unless \`G\` is \`f\``],
    ['not a', `, unless ${A}`],
    ['not not a', `, and ${A}`],
    ['a or not b', `, and either ${A}, or not (${B})`],
    ['a or not c', `, and either ${A}, or not (${C})`],
    ['a or b and not c', `, and either ${A}, or (${B}, and not (${C}))`],
  ])('%s', (condition, words) => {
    expect(said(`${PARTS}condition: ${condition}`)).toBe(`${START}${words}.`);
  });

  test('a selection that is used twice is named, and told once', () => {
    expect(said(`${PARTS}condition: a and c or b and c`)).toBe(
      `${START}, and either (${A}, and the part \`c\` holds), or (${B}, and the part \`c\` holds).\nThe part \`c\` holds when ${C}.`,
    );
  });
});

test.each([
  [
    '{product: windows, category: process_creation}',
    'a program starts on Windows (`windows / process_creation`)',
  ],
  ['{category: process_creation}', 'a program starts (`process_creation`)'],
  ['{product: windows, service: security}', 'an event of `windows / security` comes in'],
  ['{category: of_ours}', 'an event of `of_ours` comes in'],
])('the log source %s', (logsource, words) => {
  const plan = planOf(`title: T\nlogsource: ${logsource}\ndetection: {s: {F: a}, condition: s}\n`);
  expect(paragraphsText(ruleParagraphs(plan))).toBe(`This rule alerts when ${words}, and \`F\` is \`a\`.`);
});

const BASE =
  'title: Rule one\nname: one\nlogsource: {product: test}\ndetection: {s: {F: a}, condition: s}\n---\n';
const collection = (rest: string) => compileCollection(BASE + rest);

describe('a filter in words', () => {
  const filter = (rules: string, condition: string) =>
    collection(
      `title: Filter\nlogsource: {product: test}\nfilter: {rules: ${rules}, x: {G: b}, y: {H: c}, condition: ${condition}}\n`,
    );
  const toTest = 'where an event of `test` comes in: there, ';
  test.each([
    ['[one]', 'not x', `the rule “Rule one”, ${toTest}no alert is given when \`G\` is \`b\``],
    [
      'any',
      'not x and not y',
      `the rule “Rule one”, ${toTest}no alert is given when \`G\` is \`b\`, or when \`H\` is \`c\``,
    ],
    ['[one]', 'x', `the rule “Rule one”, ${toTest}an alert also needs that \`G\` is \`b\``],
    [
      '[one]',
      'x and not y',
      `the rule “Rule one”, ${toTest}an alert also needs that \`G\` is \`b\`, unless \`H\` is \`c\``,
    ],
  ])('of %s with %s', (rules, condition, words) => {
    const { filters, plans } = filter(rules, condition);
    const { plan, appliesTo } = filters[0]!;
    const titles = appliesTo.map((i) => plans[i]!.title);
    expect(paragraphsText(filterParagraphs(plan, titles))).toBe(`This filter applies to ${words}.`);
  });

  test('is in the words of the rule that it applies to', () => {
    const { plans } = filter('[one]', 'not x');
    expect(paragraphsText(ruleParagraphs(plans[0]!.plan))).toBe(`${START}, and ${A}, unless \`G\` is \`b\`.`);
  });
});

describe('a correlation in words', () => {
  test.each([
    [
      'type: event_count, group-by: [u], timespan: 5m, condition: {gte: 10}',
      '5 minutes and in events with the same `u`, the number of events that “Rule one” finds is at least `10`',
    ],
    [
      'type: event_count, timespan: 90s, condition: {gt: 3, lt: 9}',
      '90 seconds and taking all events together, the number of events that “Rule one” finds is more than `3` and fewer than `9`',
    ],
    [
      'type: value_count, group-by: [u, v], timespan: 1h, condition: {field: G, lte: 4}',
      '1 hour and in events with the same `u` and `v`, the number of different values of `G` in what “Rule one” finds is at most `4`',
    ],
    [
      'type: value_sum, timespan: 2d, condition: {field: G, eq: 4}',
      '2 days and taking all events together, the sum of `G` in what “Rule one” finds is exactly `4`',
    ],
    [
      'type: value_avg, timespan: 2d, condition: {field: G, neq: 4}',
      '2 days and taking all events together, the average of `G` in what “Rule one” finds is not exactly `4`',
    ],
    [
      'type: value_percentile, timespan: 2d, condition: {field: G, percentile: 95, gte: 4}',
      '2 days and taking all events together, the percentile `95` of `G` in what “Rule one” finds is at least `4`',
    ],
    [
      'type: temporal, timespan: 2d',
      '2 days and taking all events together, “Rule one” finds an event, in any order',
    ],
  ])('%s', (body, words) => {
    const { correlations, diagnostics } = collection(`title: C\ncorrelation: {rules: [one], ${body}}\n`);
    expect(correlations, JSON.stringify(diagnostics)).toHaveLength(1);
    expect(paragraphsText(correlationParagraphs(correlations[0]!))).toBe(
      `This rule alerts when, within ${words}.\nWhat it counts gives no alert of its own.`,
    );
  });

  test('several rules in order, with an alias', () => {
    const two = BASE.replace('Rule one', () => 'Rule two').replace('name: one', () => 'name: two');
    const { correlations } = collection(
      `${two}title: C\ncorrelation: {rules: [one, two], type: temporal_ordered, group-by: [who], timespan: 1m, aliases: {who: {one: F, two: G}}, generate: true}\n`,
    );
    expect(paragraphsText(correlationParagraphs(correlations[0]!))).toBe(
      'This rule alerts when, within 1 minute and in events with the same `who`, each of “Rule one” and “Rule two” finds an event, in this order.\n`who` is `F` in the events of `one` and `G` in the events of `two`.\nWhat it counts gives alerts of its own too.',
    );
  });
});

test.each([
  [
    'temporal, condition: one and not two',
    '“Rule one” finds an event and “Rule two” finds no event.\nWhat must find no event must not do so from the first of the other events until 1 minute later.',
  ],
  [
    'temporal_ordered, condition: one and (two or not (three or two))',
    '“Rule one” finds an event and (“Rule two” finds an event or (“Rule three” finds no event and “Rule two” finds no event)), in the order “Rule one”, “Rule two”, “Rule three”.\nWhat must find no event must not do so from the first of the other events until 1 minute later.',
  ],
  [
    'temporal, condition: three or one and two',
    '“Rule three” finds an event or (“Rule one” finds an event and “Rule two” finds an event).',
  ],
])('a condition over rules: %s', (body, words) => {
  const other = (name: string) =>
    BASE.replace('Rule one', () => `Rule ${name}`).replace('name: one', () => `name: ${name}`);
  const { correlations, diagnostics } = collection(
    `${other('two')}${other('three')}sigma-version: 2.2\ntitle: C\ncorrelation: {rules: [one, two, three], type: ${body}, group-by: [], timespan: 1m}\n`,
  );
  expect(correlations, JSON.stringify(diagnostics)).toHaveLength(1);
  expect(paragraphsText(correlationParagraphs(correlations[0]!))).toBe(
    `This rule alerts when, within 1 minute and taking all events together, ${words}\nWhat it counts gives no alert of its own.`,
  );
});

test('a long value is cut for the page, with its length, and whole in the text', () => {
  const value = 'x'.repeat(1_900_000);
  const { paragraphs, text } = inWords(ruleParagraphs(planOf(ruleOf(`F: ${value}`))));
  expect(text).toContain(`\`${value}\``);
  const shown = paragraphsText(paragraphs);
  expect(shown).toContain(`\`${'x'.repeat(1000)}… (1,900,000 characters)\``);
  expect(shown.length).toBeLessThan(2000);
});

test('a long list is shortened for the page, and whole in the text', () => {
  const values = Array.from({ length: 1200 }, (_, i) => `v${i}`);
  const plan = planOf(ruleOf(`F: [${values.join(', ')}]\nG: z`));
  const { paragraphs, text } = inWords(ruleParagraphs(plan));
  for (const value of values) expect(text).toContain(`\`${value}\``);
  const shown = paragraphsText(paragraphs);
  expect(shown).not.toContain('`v1199`');
  expect(shown).toContain('`z`');
  expect(shown).toContain('`v99` and 1,100 more, and `G`');
});
