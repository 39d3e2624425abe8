import { describe, expect, test } from 'vitest';
import { compileRegex } from './regex';
import { piecesOf } from './regex-pieces';
import { ProgressOf } from './regex-progress';

const FLAGS = { i: false, m: false, s: false };
const EXPRESSIONS = [
  ['abc', [['abc']]],
  ['ab+c', [['a', 'b+', 'c']]],
  ['a{2,3}b?', [['a{2,3}', 'b?']]],
  ['foo|bar\\d', [['foo'], ['bar', '\\d']]],
  ['(a|b)c|d', [['(a|b)', 'c'], ['d']]],
  ['[)|]x\\)\\|', [['[)|]', 'x', '\\)', '\\|']]],
  ['(?i)ab(?:c[)])+$', [['(?i)', 'ab', '(?:c[)])+', '$']]],
  ['\\x41\\p{Lu}\\u{1F600}', [['\\x41', '\\p{Lu}', '\\u{1F600}']]],
  ['\u{1f600}\u{1f601}+', [['\u{1f600}', '\u{1f601}+']]],
  ['', [[]]],
] as const;

describe('an expression is cut only where both sides are expressions', () => {
  test.each(EXPRESSIONS)('%s', (source, pieces) => {
    const cut = piecesOf(source)!.map(({ start, ends }) =>
      ends.map((end, i) => source.slice(i === 0 ? start : ends[i - 1], end)),
    );
    expect(cut).toEqual(pieces);
    for (const { start, ends } of piecesOf(source)!)
      for (const end of ends)
        if (!source.includes('\\u{')) expect(compileRegex(source.slice(start, end), FLAGS).ok).toBe(true);
  });
  test.each(['(a', '\\Qa.b\\E'])('not %s', (source) => expect(piecesOf(source)).toBeNull());
});

describe('how far an expression gets', () => {
  test.each([
    ['ab+c\\d', 'xabbcx', 'ab+c', '\\d', 'abbc'],
    ['ab+c\\d', 'abbb abc', 'ab+c', '\\d', 'abc'],
    ['foo\\d|bar\\s\\d', 'foo bar x', 'bar\\s', '\\d', 'bar '],
    ['(?i)foo\\d|bar\\s\\d', 'BAR x', 'bar\\s', '\\d', 'BAR '],
    ['^a', 'ba', '^', 'a', ''],
  ])('%s in %s', (source, text, done, next, found) => {
    const got = new ProgressOf(source, FLAGS).in(text)!;
    const cut = ({ start, end }: { start: number; end: number }, of: string) => of.slice(start, end);
    expect([cut(got.source, source), cut(got.next, source), cut(got.text, text)]).toEqual([
      done,
      next,
      found,
    ]);
  });
  test.each([
    ['abc', 'ab'],
    ['x\\d', 'y'],
  ])('%s gets nowhere in %s', (source, text) => expect(new ProgressOf(source, FLAGS).in(text)).toBeNull());
});
