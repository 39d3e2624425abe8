import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { condition as conditionText } from '../../testing/generate';
import { RuleDiagnostics } from '../codes';

import type { Condition } from './ast';
import { parseCondition } from './parse';
import { printCondition } from './print';

const NAMES = ['a', 'sel_b', 'x-1.y', '2', '_z', 'notable', 'orb', 'of'];

function parse(text: string): { tree: Condition | null; problems: string[] } {
  const diagnostics = new RuleDiagnostics();
  const tree = parseCondition(text, diagnostics);
  return {
    tree,
    problems: diagnostics.all.map((d) => `${d.code} «${text.slice(d.range.start, d.range.end)}»`),
  };
}

/** A tree without ranges, with nested `and`s flattened: what printing and parsing must keep. */
function bare(node: Condition): unknown {
  switch (node.kind) {
    case 'name':
      return node.name;
    case 'not':
      return { not: bare(node.operand) };
    case 'quantifier':
      return `${node.every ? 'all' : '1'} of ${node.pattern}`;
    default:
      return { [node.kind]: node.operands.map(bare) };
  }
}

const at = { start: 0, end: 0 };
const treeOf = (names: fc.Arbitrary<string>, patterns: fc.Arbitrary<string>): fc.Arbitrary<Condition> =>
  fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      names.map((name): Condition => ({ kind: 'name', range: at, name })),
      fc.tuple(fc.boolean(), patterns).map(
        ([every, pattern]): Condition => ({
          kind: 'quantifier',
          range: at,
          every,
          pattern,
          patternRange: at,
        }),
      ),
      tie('tree').map((operand): Condition => ({ kind: 'not', range: at, operand })),
      fc
        .tuple(
          fc.constantFrom('and' as const, 'or' as const),
          fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
        )
        .map(([kind, operands]): Condition => ({ kind, range: at, operands })),
    ),
  })).tree;
const tree = treeOf(
  fc.constantFrom(...NAMES.filter((n) => n !== 'of')),
  fc.constantFrom('them', 'sel_*', '*', '*_b', 'a'),
);

/** One character of a name: a letter or digit of any script, also beyond the first plane, or `-`, `.`, `_`. */
const character = fc.oneof(
  fc.constantFrom('-', '.', '_', 'a', 'Z', '0', 'of', 'not', 'and', 'or', '1', 'all', 'them'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((c) => /^[\p{L}\p{N}]$/u.test(c)),
  fc
    .integer({ min: 0x10000, max: 0x3ffff })
    .map(String.fromCodePoint)
    .filter((c) => /^[\p{L}\p{N}]$/u.test(c)),
);
const anyName = fc
  .array(character, { minLength: 1, maxLength: 4 })
  .map((c) => c.join(''))
  .filter((name) => !/^(?:and|or|not)$/i.test(name));
const anyPattern = fc
  .array(fc.oneof(character, fc.constantFrom('*', '?')), { minLength: 1, maxLength: 4 })
  .map((c) => c.join(''))
  .filter((pattern) => !/^(?:and|or|not)$/i.test(pattern));

describe('printing and reading', () => {
  test('parse(print(tree)) is the tree', () => {
    fc.assert(
      fc.property(tree, (node) => {
        const text = printCondition(node);
        const { tree: read, problems } = parse(text);
        expect(problems).toEqual([]);
        expect(bare(read!)).toEqual(bare(node));
      }),
      { numRuns: 2000 },
    );
  });
  test('the same with names and patterns of any letters, digits, `-`, `.` and `_`', () => {
    let astral = 0;
    fc.assert(
      fc.property(treeOf(anyName, anyPattern), (node) => {
        const text = printCondition(node);
        const { tree: read, problems } = parse(text);
        expect(problems).toEqual([]);
        expect(bare(read!)).toEqual(bare(node));
        if (/[\u{10000}-\u{10ffff}]/u.test(text)) astral++;
      }),
      { numRuns: 1000 },
    );
    expect(astral).toBeGreaterThan(20);
  });
  test('print(parse(text)) parses to the same tree, whatever the case, parentheses and spaces', () => {
    fc.assert(
      fc.property(conditionText(NAMES.slice(0, 3)), (text) => {
        const { tree: first } = parse(text);
        const again = parse(printCondition(first!));
        expect(bare(again.tree!)).toEqual(bare(first!));
      }),
    );
  });
  test('every node has its range', () => {
    fc.assert(
      fc.property(conditionText(NAMES.slice(0, 3)), (text) => {
        const check = (node: Condition): void => {
          const written = text.slice(node.range.start, node.range.end);
          expect(bare(parse(written).tree!)).toEqual(bare(node));
          if (node.kind === 'quantifier')
            expect(text.slice(node.patternRange.start, node.patternRange.end)).toBe(node.pattern);
          if (node.kind === 'not') check(node.operand);
          if (node.kind === 'and' || node.kind === 'or') for (const o of node.operands) check(o);
        };
        check(parse(text).tree!);
      }),
    );
  });
});

describe('conditions that cannot be parsed', () => {
  test.each([
    ['', ['condition-empty «»']],
    ['  ', ['condition-empty «  »']],
    ['a and', ['condition-syntax «and»']],
    ['or a', ['condition-syntax «or»']],
    ['a b', ['condition-syntax «b»']],
    ['(a', ['condition-syntax «(»']],
    ['a)', ['condition-syntax «)»']],
    ['()', ['condition-syntax «)»']],
    ['not', ['condition-syntax «not»']],
    ['1 of', ['condition-syntax «of»']],
    ['1 of (a)', ['condition-syntax «(»']],
    ['5 of a*', ['condition-quantifier «5»']],
    ['0 of them', ['condition-quantifier «0»']],
    ['some of them', ['condition-quantifier «some»']],
    ['sel_*', ['condition-pattern-alone «sel_*»']],
    ['a, b', ['condition-syntax «,»']],
    ['a | count() > 1', ['condition-aggregation «| count() > 1»']],
    ['(a | count() > 1)', ['condition-aggregation «| count() > 1)»']],
    ['a 😀 b', ['condition-syntax «😀»']],
  ])('%s', (text, expected) => {
    const { tree, problems } = parse(text);
    expect(tree).toBeNull();
    expect(problems).toEqual(expected);
  });
  test('nothing throws, and every range is in the text', () => {
    const words = [
      'a',
      'and',
      'or',
      'not',
      '(',
      ')',
      '1',
      'of',
      'them',
      '*',
      '|',
      ' ',
      '😀',
      '%',
      'all',
      '\n',
    ];
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((w) => w.join(' ')),
        ),
        (text) => {
          const diagnostics = new RuleDiagnostics();
          const read = parseCondition(text, diagnostics);
          expect(read === null).toBe(diagnostics.all.length > 0);
          for (const { range } of diagnostics.all) {
            expect(range.start).toBeLessThanOrEqual(range.end);
            expect(range.end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
  test('deep nesting ends in a diagnostic', () => {
    expect(parse(`${'('.repeat(5000)}a${')'.repeat(5000)}`).problems[0]).toMatch(/^condition-depth/);
    expect(parse(`${'not '.repeat(5000)}a`).problems[0]).toMatch(/^condition-depth/);
  });
});
