import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
import { Evaluator } from '../../match';
import { plain } from '../../text';
import { compile } from './compile';
import { compileCollection } from './compile-collection';

const rule = (name: string, body = 'detection: {selection: {F: a}, condition: selection}') =>
  `---\ntitle: ${name.toUpperCase()}\nname: ${name}\nid: 00000000-0000-4000-8000-00000000000${name.length}\nlogsource: {product: windows, category: process_creation}\n${body}\n`;
const correlation = (body: string) => `title: X\ncorrelation: {${body}}\n${rule('first')}${rule('second')}`;
const codes = (text: string) =>
  compileCollection(text).diagnostics.map(
    (d) => `${d.code}${d.lint ? '~' : ''} «${text.slice(d.range.start, d.range.end)}»`,
  );
const good = 'type: event_count, rules: [first], group-by: [u], timespan: 5m, condition: {gte: 1}';

/** the correlation, its diagnostics as `code «characters»`; `~` is a lint */
const PROBLEMS: readonly (readonly [string, readonly string[]])[] = [
  [good, []],
  [good.replace('event_count', 'evnt_count'), ['correlation-type «evnt_count»']],
  [good.replace('type: event_count, ', ''), ['correlation-type «correlation»']],
  [good.replace('rules: [first], ', ''), ['correlation-rules-missing «correlation»']],
  [good.replace('[first]', '[]'), ['correlation-rules-missing «[]»']],
  [good.replace('[first]', 'first'), []],
  [good.replace('[first]', '[00000000-0000-4000-8000-000000000006]'), []],
  [good.replace('[first]', '[frst]'), ['correlation-reference «frst»']],
  [good.replace('[first]', '[first, first]'), ['correlation-rules-twice~ «first»']],
  [good.replace('5m', '5min'), ['correlation-timespan «5min»']],
  [good.replace('5m', '0m'), ['correlation-timespan «0m»']],
  [good.replace('5m', '1w'), ['timespan-week~ «1w»']],
  [good.replace('timespan', 'timeframe'), ['correlation-key~ «timeframe»', 'correlation-timespan «5m»']],
  [good.replace('group-by: [u], ', ''), ['correlation-group-by~ «correlation»']],
  [good.replace('group-by: [u]', 'group-by: {u: 1}'), ['correlation-group-by «{u: 1}»']],
  [good.replace(', condition: {gte: 1}', ''), ['correlation-condition «correlation»']],
  [good.replace('gte: 1', "gte: '1'"), ["correlation-condition «'1'»"]],
  [good.replace('gte', 'ge'), ['correlation-condition «ge»']],
  [good.replace('gte: 1', 'gte: 1, lt: 9, neq: 4'), ['correlation-condition «condition»']],
  [good.replace('event_count', 'value_count'), ['correlation-field-missing «condition»']],
  [
    good.replace('event_count', 'value_percentile').replace('gte', 'field: n, gte'),
    ['correlation-percentile «condition»'],
  ],
  [
    good.replace('event_count', 'value_percentile').replace('gte', 'field: n, percentile: 101, gte'),
    ['correlation-percentile «101»'],
  ],
  [good.replace('event_count', 'value_percentile, percentile: 95').replace('gte', 'field: n, gte'), []],
  [
    good.replace('event_count', 'value_median').replace('gte', 'field: n, gte'),
    ['correlation-median~ «value_median»'],
  ],
  [
    `${good.replace('[u]', '[w]')}, aliases: {w: {frst: a}}`,
    ['correlation-alias~ «w»', 'correlation-alias~ «frst»'],
  ],
  [`${good}, aliases: [w]`, ['correlation-alias «[w]»']],
];

test.each(PROBLEMS)('correlation: {%s}', (body, expected) => {
  expect(codes(correlation(body))).toEqual(expected.map((e) => e));
});

describe('references', () => {
  const named = (name: string, rules: string) =>
    `---\ntitle: ${name}\nname: ${name}\ncorrelation: {type: temporal, rules: [${rules}], group-by: [u], timespan: 5m}\n`;
  test('a circle is an error where it closes; correlations outside it are kept', () => {
    const text = named('x', 'y') + named('y', 'z') + named('z', 'x') + named('w', 'first') + rule('first');
    const { correlations, diagnostics } = compileCollection(text);
    expect(diagnostics.map((d) => d.code)).toEqual(['correlation-cycle']);
    expect(plain(diagnostics[0]!.message)).toContain('`x` → `y` → `z` → `x`');
    expect(correlations.map((c) => c.name)).toEqual(['w']);
  });
  test('without `generate`, the rules referred to give no verdict of their own', () => {
    const verdicts = (generate: string) =>
      compileCollection(named('x', 'first') + generate + rule('first') + rule('second')).plans.map(
        (p) => p.ownVerdict,
      );
    expect(verdicts('')).toEqual([false, true]);
    expect(verdicts('generate: true\n')).toEqual([true, true]);
  });
  test('a rule with an error does not count as missing, and the others compile', () => {
    const { plans, correlations, diagnostics } = compileCollection(
      named('x', 'first') + rule('first', 'detection: {s: {F: a}, condition: t}') + rule('second'),
    );
    expect(diagnostics.map((d) => d.code)).toEqual(['condition-unknown-selection']);
    expect([plans.map((p) => p.name), correlations]).toEqual([['second'], []]);
  });
});

describe('filters', () => {
  const filter = (rules: string, condition: string, logsource = '{product: windows}') =>
    `---\ntitle: My filter\nlogsource: ${logsource}\nfilter:\n  rules: ${rules}\n  selection: {F: b*}\n  other: {G: c}\n  condition: ${condition}\n`;
  const plan = (text: string) => compileCollection(text).plans[0]!;
  test.each([
    ['[first]', 'not selection', '{product: windows}', 'selection and not my_filter.selection'],
    ['any', 'not 1 of *', '{product: Windows}', 'selection and not (my_filter.selection or other)'],
    ['[first]', 'not other', '{product: linux}', 'selection'],
    ['[second]', 'not other', '{product: windows}', 'selection'],
    ['[any]', 'not other', '{category: process_creation}', 'selection and not other'],
    [
      '[00000000-0000-4000-8000-000000000005]',
      'other or not other',
      '{product: windows}',
      'selection and (other or not other)',
    ],
  ])('%s, %s over %s', (rules, condition, logsource, expected) => {
    expect(plan(rule('first') + filter(rules, condition, logsource)).conditionText).toBe(expected);
  });
  test('the plan holds both; selections with the same name stay apart, named as in the text', () => {
    const compiled = plan(
      rule('first', 'detection: {selection: {F: "*a*"}, condition: 1 of them}') +
        filter('any', 'not selection'),
    );
    expect(compiled.plan.selections.map((s) => s.name)).toEqual([
      'selection',
      'my_filter.selection',
      'other',
    ]);
    const evaluator = new Evaluator(compiled.plan);
    const verdicts = readEvents('{"F":"a"} {"F":"ba"} {"F":"x"}').slices.map((s) =>
      evaluator.evaluate(s.event!),
    );
    expect(verdicts).toEqual([true, false, false]);
  });
  test('lints', () => {
    expect(codes(rule('first') + filter('any', 'selection'))).toEqual(['filter-narrows~ «selection»']);
    expect(codes(rule('first') + filter('[frist]', 'not selection'))).toEqual(['filter-reference «frist»']);
    expect(codes(filter('[]', 'not selection'))).toEqual(['filter-rules-missing «rules»']);
  });
});

describe('collections of 1.x', () => {
  const text =
    'action: global\ntitle: T\ndetection:\n  condition: s and t\n  s: {F: a}\n---\nlogsource: {product: x}\ndetection:\n  t: {G: b}\n---\naction: repeat\nlogsource: {service: y}\n---\naction: reset\n---\ntitle: U\nlogsource: {product: z}\ndetection: {s: {F: a}, condition: s}\n';
  test('`global` lends keys, `repeat` changes them and `reset` ends it', () => {
    const { plans, diagnostics } = compileCollection(text);
    expect(plans.map((p) => [p.title, p.conditionText, p.plan.logsource])).toEqual([
      ['T', 's and t', { product: 'x' }],
      ['T', 's and t', { product: 'x', service: 'y' }],
      ['U', 's', { product: 'z' }],
    ]);
    expect(diagnostics.map((d) => [d.code, d.lint])).toEqual(Array(3).fill(['collection-action', true]));
  });
});

test('a single rule gives the same plan as `compile`', () => {
  const text = rule('first').slice(4);
  expect(compileCollection(text).plans[0]!.plan.condition).toEqual(compile(text).plan!.condition);
  expect(compileCollection('').diagnostics.map((d) => d.code)).toEqual(['rule-empty']);
});

test('mutilated texts never throw, and ranges stay inside the text', () => {
  const text = `${correlation(`${good}, aliases: {u: {first: a}}`)}---\naction: global\nfilter: {rules: any}\n`;
  const cut = fc.record({
    at: fc.nat(text.length),
    length: fc.nat(12),
    put: fc.constantFrom('', ' ', '[', '{', ':', '- ', '\n', 'null', '1', "'", '*', '---\n'),
  });
  fc.assert(
    fc.property(fc.array(cut, { maxLength: 4 }), (cuts) => {
      let changed = text;
      for (const { at, length, put } of cuts)
        changed = changed.slice(0, at) + put + changed.slice(at + length);
      for (const { range } of compileCollection(changed).diagnostics) {
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThanOrEqual(Math.max(1, changed.length));
      }
    }),
    { numRuns: 1500 },
  );
});
