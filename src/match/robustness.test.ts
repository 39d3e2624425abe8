import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../rule';
import { rule as generated } from '../testing/generate';
import { timesAsLong } from '../testing/growth';
import { eventOf } from '../testing/oracle/check';
import { oneRule } from '../testing/oracle/one-rule';
import { evaluate } from './evaluate';
import { explain } from './explain';

const EVENT = eventOf(
  JSON.stringify({
    F: 'ab',
    G: ['a', 1, null],
    Image: 'C:\\x\\cmd.exe',
    CommandLine: 'cmd /c -enc',
    h: { i: 'b' },
  }),
);

/** Never throws; every range is in the text; a rule that compiles can be evaluated and explained. */
function check(text: string): void {
  const { plan, diagnostics } = compile(text, { placeholders: { p: ['a'] } });
  for (const { code, range, fixes } of diagnostics) {
    expect(range.start, code).toBeGreaterThanOrEqual(0);
    expect(range.end, code).toBeGreaterThanOrEqual(range.start);
    expect(range.end, code).toBeLessThanOrEqual(text.length);
    for (const edit of fixes?.flatMap((f) => f.edits) ?? [])
      expect(edit.range.end).toBeLessThanOrEqual(text.length);
  }
  expect(diagnostics.map((d) => d.range.start)).toEqual(
    diagnostics.map((d) => d.range.start).sort((a, b) => a - b),
  );
  if (!plan)
    expect(
      diagnostics.some((d) => d.severity === 'error' && !d.lint),
      'no plan and no error',
    ).toBe(true);
  else expect(explain(plan, EVENT).matched).toBe(evaluate(plan, EVENT));
}

describe('any text as a rule: nothing throws, every diagnostic is in the text', () => {
  test('random text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), check), { numRuns: 3000 });
  });
  test('random YAML-like text', () => {
    const words = [
      'detection:',
      'selection:',
      'condition:',
      'logsource:',
      'title:',
      '\n',
      '\n  ',
      '\n    ',
      '\n    - ',
      '- ',
      ': ',
      "'",
      '"',
      '[',
      ']',
      '{',
      '}',
      '|',
      '>',
      '*',
      '&a',
      '*a',
      '!!str',
      '# x',
      'F|re',
      'F|contains',
      'a',
      '1 of',
      'them',
      'not',
      '\t',
      '---',
      '%',
      '@',
      '\\',
      '?',
      '😀',
      '\r\n',
      'null',
    ];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((w) => w.join(''));
    fc.assert(fc.property(text, check), { numRuns: 5000 });
  });
});

type Edit = { readonly kind: number; readonly at: number; readonly length: number; readonly insert: string };

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.nat({ max: 4 }),
  at: fc.nat({ max: 10_000 }),
  length: fc.integer({ min: 1, max: 6 }),
  insert: fc.constantFrom(
    ' ',
    ':',
    '|',
    "'",
    '"',
    '\\',
    '*',
    '-',
    '\n',
    '\t',
    '[',
    '{',
    '}',
    ']',
    '#',
    '&',
    '!',
    '%',
    '@',
    ',',
    '>',
    '?',
    '😀',
    '\0',
    '(',
    ')',
    '|all',
    '|re',
    '|exists',
    '|base64offset',
    '|windash',
    '|expand',
    '|fieldref',
    'null',
    ' 1 of ',
    ' not ',
    '%constructor%',
    '\r',
    '\u2028',
    '\ufeff',
  ),
});

/** Deletes, inserts or duplicates characters, or deletes or duplicates a line. */
function mutate(text: string, { kind, at, length, insert }: Edit): string {
  const from = text.length === 0 ? 0 : at % (text.length + 1);
  if (kind === 0) return text.slice(0, from) + text.slice(from + length);
  if (kind === 1) return text.slice(0, from) + insert + text.slice(from);
  if (kind === 2) return text.slice(0, from + length) + text.slice(from);
  const lines = text.split('\n');
  const line = at % lines.length;
  if (kind === 3) lines.splice(line, 1);
  else lines.splice(line, 0, lines[line]!);
  return lines.join('\n');
}

describe('mutations of a valid rule', () => {
  test('of one with every feature', () => {
    check(oneRule);
    expect(compile(oneRule, { placeholders: { p: ['a'] } }).plan).not.toBeNull();
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) =>
        check(edits.reduce(mutate, oneRule)),
      ),
      { numRuns: 3000 },
    );
  });
  test('of generated rules', () => {
    fc.assert(
      fc.property(generated, fc.array(edit, { minLength: 1, maxLength: 3 }), (text, edits) =>
        check(edits.reduce(mutate, text)),
      ),
      { numRuns: 3000 },
    );
  });
  test('every prefix of it', () => {
    for (let end = 0; end <= oneRule.length; end++) check(oneRule.slice(0, end));
  });
});

describe('hostile rules', () => {
  const around = (value: string) => `detection:\n  s:\n    F: ${value}\n  condition: s\n`;
  test.each([
    ['deep lists', around('['.repeat(3000))],
    ['deep closed lists', around('['.repeat(500) + ']'.repeat(500))],
    ['deep selections', `detection:\n  s: ${'['.repeat(60)}{F: 1}${']'.repeat(60)}\n  condition: s\n`],
    [
      'laughs',
      `a: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b]\ndetection:\n  s: [*c, *c, *c, *c, *c, *c]\n  condition: s\n`,
    ],
    ['itself', 'detection: &d\n  s: *d\n  condition: s\n'],
    ['itself in a list', 'detection:\n  s: &s [{F: 1}, *s]\n  condition: s\n'],
    ['long value', around(`'${'a*'.repeat(50_000)}'`)],
    ['long expression', `detection:\n  s:\n    F|re: '${'(a|b)*'.repeat(3000)}'\n  condition: s\n`],
    [
      'prototype names',
      'detection:\n  __proto__:\n    __proto__: 1\n  constructor:\n    toString: 1\n  condition: constructor or __proto__\n',
    ],
    ['prototype modifier', 'detection:\n  s:\n    F|constructor: 1\n    F|__proto__: 1\n  condition: s\n'],
  ])('%s', (_, text) => {
    const plain = around(`\n${"    - 'a value'\n".repeat(10_000)}`);
    expect(
      timesAsLong(
        () => check(text),
        () => check(plain),
        3,
      ),
    ).toBeLessThanOrEqual(3);
  });
});
