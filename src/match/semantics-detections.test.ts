import { describe, expect, test } from 'vitest';
import { compile } from '../rule';
import { problem, problemsOf, verdictOf } from '../testing/oracle/check';
import { problems, rows } from '../testing/oracle/rows';

rows("map entries AND; a field's list OR; a list of maps OR; nested lists of maps allowed", [
  ['A: 1\nB: 2', { A: 1, B: 2 }, true],
  ['A: 1\nB: 2', { A: 1 }, false],
  ['A: [1, 2]\nB: 3', { A: 2, B: 3 }, true],
  ['- A: 1\n- B: 2', { B: 2 }, true],
  ['- A: 1\n- B: 2', { A: 2, B: 1 }, false],
  ['- A: 1\n  B: 2\n- C: 3', { A: 1, B: 3 }, false],
  ['- A: 1\n  B: 2\n- C: 3', { A: 1, B: 2 }, true],
  ['- A: 1\n  B: 2\n- C: 3', { C: 3 }, true],
  ['- - A: 1\n  - B: 2\n- C: 3', { B: 2 }, true],
  ['- - A: 1\n    B: 2\n  - C: 3\n- - D: 4', { A: 1 }, false],
  ['- - A: 1\n    B: 2\n  - C: 3\n- - D: 4', { D: 4 }, true],
  ['A|contains: x\nA|endswith: y', { A: 'xzy' }, true],
  ['A|contains: x\nA|endswith: y', { A: 'xyz' }, false],
  ['{A: 1, B: [2, 3]}', { A: 1, B: 3 }, true],
]);

rows(
  'keywords: searched in every value of the event, numbers included, as a substring (ours), not in field names (ours)',
  [
    ['- foo', { A: 'xfoox' }, true],
    ['- foo', { A: 'XFOOX' }, true],
    ['- foo', { A: { B: ['x', { C: 'foo' }] } }, true],
    ['- foo', { foo: 'bar' }, false],
    ['- foo', { A: { foo: 'bar' } }, false],
    ['- foo\n- bar', { A: 'bar' }, true],
    ['- foo\n- bar', { A: 'baz' }, false],
    ['- 4624', { EventID: 4624 }, true],
    ['- 4624', { A: 'id 14624.' }, true],
    ['- 62', { EventID: 4624 }, true],
    ["- '4624'", { EventID: 4624 }, true],
    ['- 4625', { EventID: 4624 }, false],
    ["- 'a*b'", { A: 'xaxxbx' }, true],
    ["- 'a?b'", { A: 'xaxxbx' }, false],
    ["- 'a\\*b'", { A: 'xa*bx' }, true],
    ["- 'a\\*b'", { A: 'xab' }, false],
    ["- '*foo'", { A: 'foo bar' }, true],
    ['- true', { A: true }, true],
    ['- foo', {}, false],
    ['- foo', { A: null }, false],
    ['s: foo\ncondition: s', { A: 'a foo' }, true],
    ['s:\n  - foo\n  - A: 1\ncondition: s', { A: 1 }, true],
    ['s:\n  - foo\n  - A: 1\ncondition: s', { B: 'foo' }, true],
    ["'|contains': foo", { A: 'xfoox' }, true],
    ["'|re': '^f.o$'", { A: 'foo' }, true],
    ["'|re': '^f.o$'", { A: 'xfoo' }, false],
    ["'|contains|cased': Foo", { A: 'foo' }, false],
  ],
);

rows("`'|all'` needs every keyword, not all in one value", [
  ["'|all': [foo, bar]", { A: 'foo', B: 'bar' }, true],
  ["'|all': [foo, bar]", { A: 'foobar' }, true],
  ["'|all': [foo, bar]", { A: 'foo' }, false],
  ["'|all': [foo, 46]", { A: 'foo', B: 4624 }, true],
  ["'|all':\n  - foo\n  - bar\nC: 1", { A: 'foo', B: 'bar', C: 2 }, false],
  ["'|contains|all': [foo, bar]", { A: 'foo', B: 'bar' }, true],
]);

const abc = (condition: string) => `a:\n  A: 1\nb:\n  B: 1\nc:\n  C: 1\ncondition: ${condition}`;

/** All eight combinations of a, b and c, checked against the language's own operators. */
describe('condition grammar: `or` < `and` < `not` < `1 of` / `all of` / `any of` < parentheses', () => {
  type Truth = (a: boolean, b: boolean, c: boolean) => boolean;
  const cases: readonly (readonly [string, Truth])[] = [
    ['a or b and c', (a, b, c) => a || (b && c)],
    ['a and b or c', (a, b, c) => (a && b) || c],
    ['(a or b) and c', (a, b, c) => (a || b) && c],
    ['not a and b', (a, b) => !a && b],
    ['not (a and b)', (a, b) => !(a && b)],
    ['not a or b', (a, b) => !a || b],
    ['not not a', (a) => a],
    ['a and not b or not c', (a, b, c) => (a && !b) || !c],
    ['not 1 of them', (a, b, c) => !(a || b || c)],
    ['not all of them', (a, b, c) => !(a && b && c)],
    ['1 of them and a', (a, b, c) => (a || b || c) && a],
    ['a and 1 of b*', (a, b) => a && b],
    ['any of them', (a, b, c) => a || b || c],
    ['all of them or not c', (a, b, c) => (a && b && c) || !c],
    ['((a))', (a) => a],
    ['not (not (a or b) and c)', (a, b, c) => !(!(a || b) && c)],
    ['a or b or c', (a, b, c) => a || b || c],
    ['a and b and c', (a, b, c) => a && b && c],
  ];
  test.each(cases)('%s', (condition, truth) => {
    for (let bits = 0; bits < 8; bits++) {
      const [A, B, C] = [bits & 1, (bits >> 1) & 1, (bits >> 2) & 1];
      expect(verdictOf(abc(condition), { A, B, C }), `${A}${B}${C}`).toBe(truth(A === 1, B === 1, C === 1));
    }
  });
});

rows('condition: keywords case-insensitive; identifiers may hold `-`, `.` and digits', [
  [abc('a AND b'), { A: 1, B: 1 }, true],
  [abc('a Or b'), { B: 1 }, true],
  [abc('NOT a'), { A: 2 }, true],
  [abc('1 OF Them'), { C: 1 }, true],
  [abc('ALL of THEM'), { A: 1 }, false],
  [abc('Any Of them'), { A: 1 }, true],
  ['sel-1.x2:\n  A: 1\n2nd:\n  B: 1\ncondition: sel-1.x2 and 2nd', { A: 1, B: 1 }, true],
  ['1:\n  A: 1\ncondition: 1', { A: 1 }, true],
  [
    'selection:\n  A: 1\nfilter-main.a:\n  B: 1\ncondition: selection and not 1 of filter-*',
    { A: 1, B: 1 },
    false,
  ],
  ['or_x:\n  A: 1\nnotable:\n  B: 1\ncondition: or_x or notable', { B: 1 }, true],
  ['a:\n  A: 1\ncondition: >-\n  a\n    and not (a and\n  not a)', { A: 1 }, true],
]);

const under = (condition: string) =>
  `sel_a:\n  A: 1\nsel_b:\n  B: 1\n_x:\n  X: 1\n_y:\n  Y: 1\ncondition: ${condition}`;

rows('`1 of them`, `all of them` and patterns skip identifiers that begin with `_`', [
  [under('1 of them'), { X: 1 }, false],
  [under('all of them'), { A: 1, B: 1 }, true],
  [under('1 of *'), { X: 1 }, false],
  [under('all of *'), { A: 1, B: 1 }, true],
  [under('1 of sel_*'), { B: 1 }, true],
  [under('all of sel_*'), { B: 1 }, false],
  [under('1 of *_b'), { B: 1 }, true],
  [under('1 of *_b'), { A: 1 }, false],
  [under('1 of s*_*'), { A: 1 }, true],
  [under('1 of _*'), { X: 1 }, true],
  [under('all of _*'), { X: 1 }, false],
  [under('all of _*'), { X: 1, Y: 1 }, true],
  [under('_x'), { X: 1 }, true],
  [under('1 of sel_a'), { A: 1 }, true],
]);

problems('a pattern that matches nothing is an error', [
  [under('1 of filter_*'), ['condition-pattern-empty «filter_*»']],
  [under('sel_a and not 1 of filt*'), ['condition-pattern-empty «filt*»']],
  [under('all of *x'), ['condition-pattern-empty «*x»']],
  [under('1 of SEL_*'), ['condition-pattern-empty «SEL_*»']],
  ['_a:\n  A: 1\ncondition: 1 of them', ['condition-pattern-empty «them»']],
]);

problems('`N of` with N > 1: error with a suggestion', [
  [under('2 of sel_*'), ['condition-quantifier «2»']],
  [under('3 of them'), ['condition-quantifier «3»']],
  [under('sel_a or 10 of them'), ['condition-quantifier «10»']],
]);

problems('conditions that cannot be read', [
  [abc('a and'), ['condition-syntax «and»']],
  [abc('and a'), ['condition-syntax «and»']],
  [abc('a b'), ['condition-syntax «b»']],
  [abc('(a or b'), ['condition-syntax «(»']],
  [abc('a or b)'), ['condition-syntax «)»']],
  [abc('a & b'), ['condition-syntax «&»']],
  [abc('a and d'), ['condition-unknown-selection «d»']],
  [
    abc('d or e and f'),
    ['condition-unknown-selection «d»', 'condition-unknown-selection «e»', 'condition-unknown-selection «f»'],
  ],
  [abc('A'), ['condition-unknown-selection «A»']],
  [abc('1 of'), ['condition-syntax «of»']],
  [abc("''"), ["condition-empty «''»"]],
  [abc('a*'), ['condition-pattern-alone «a*»']],
  [abc('"a \\x61nd d"'), ['condition-unknown-selection «d»']],
  [abc("'a and '"), ['condition-syntax «and»']],
]);

rows('a list of conditions: OR', [
  [abc('[a, b]'), { B: 1 }, true],
  [abc('[a, b]'), { C: 1 }, false],
  [abc('\n  - a and b\n  - not c'), { A: 1, C: 1 }, false],
  [abc('\n  - a and b\n  - not c'), { A: 1 }, true],
  [abc('[a]'), { A: 1 }, true],
]);

problems('`| count() …` and other 1.x aggregations: an error', [
  [abc('a | count() > 5'), ['condition-aggregation «| count() > 5»']],
  [abc('a or b | count(User) by Host > 5'), ['condition-aggregation «| count(User) by Host > 5»']],
  [abc('a | near b'), ['condition-aggregation «| near b»']],
  [abc('a | sum(x) > 3'), ['condition-aggregation «| sum(x) > 3»']],
]);

problems('`timeframe` in a plain rule: lint error', [
  ['a:\n  A: 1\ntimeframe: 5m\ncondition: a', ['timeframe «timeframe»']],
]);

test('`timeframe` leaves the rule evaluated', () => {
  expect(verdictOf('a:\n  A: 1\ntimeframe: 5m\ncondition: a', { A: 1 })).toBe(true);
});

describe('detections that have no meaning', () => {
  test.each([
    ['a:\n  A: 1\ncondition: a\nb:', ['selection-empty «b»']],
    ['a: {}\ncondition: a', ['selection-empty «a»']],
    ['a: []\ncondition: a', ['selection-empty «a»']],
    ['a:\n  A: []\ncondition: a', ['values-empty «[]»']],
    ['a:\n  A:\n    B: 1\ncondition: a', ['value-type «B: 1»']],
    ['a:\n  A: [[1]]\ncondition: a', ['value-type «[1]»']],
    ['a:\n  A: 1\n  A: 2\ncondition: a', ['yaml-duplicate-key «A»']],
  ])('%s', (detection, expected) => {
    const found = problemsOf(detection);
    for (const one of expected) expect(found).toContain(one);
    // A selection that exists but is broken does not count as missing.
    expect(found.filter((p) => p.startsWith('condition-'))).toEqual([]);
  });
  test('no condition', () => {
    const text = 'title: x\nlogsource: {product: x}\ndetection:\n  a:\n    A: 1\n';
    expect(compile(text).diagnostics.map((d) => problem(text, d))).toEqual(['condition-missing «detection»']);
  });
});

rows('dotted field names: the literal key wins, then the nested path (ours)', [
  ['a.b: x', { 'a.b': 'x' }, true],
  ['a.b: x', { a: { b: 'x' } }, true],
  ['a.b: x', { 'a.b': 'y', a: { b: 'x' } }, false],
  ['a.b: y', { 'a.b': 'y', a: { b: 'x' } }, true],
  ['a.b.c: x', { a: { b: { c: 'x' } } }, true],
  ['a.b.c: x', { 'a.b': { c: 'x' } }, true],
  ['a.b.c: x', { a: { 'b.c': 'x' } }, true],
  ['a.b: null', { 'a.b': null, a: { b: 'x' } }, true],
  ['a.b: x', { a: [{ b: 'y' }, { b: 'x' }] }, true],
  ['a.b: x', { a: 'x' }, false],
  ['a.toString|exists: true', { a: {} }, false],
  ['toString|exists: true', { a: 1 }, false],
]);

rows('field names are case-sensitive', [
  ['commandline: x', { CommandLine: 'x' }, false],
  ['CommandLine: x', { CommandLine: 'x' }, true],
  ['commandline: null', { CommandLine: 'x' }, true],
]);
