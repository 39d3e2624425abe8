import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../text';
import { compileCollection } from '../compile/compile-collection';

const head = 'title: T\nlogsource: {product: p}\ndetection:\n';
const codes = (text: string) =>
  compileCollection(text).diagnostics.map((d) => `${d.code} ${text.slice(d.range.start, d.range.end)}`);

/** The text after the fix of its merge key; null without one. */
function writtenOut(text: string): string | null {
  const fix = compileCollection(text).diagnostics.find(({ code }) => code === 'yaml-merge-key')?.fixes?.[0];
  return fix ? applyEdits(text, fix.edits) : null;
}

describe('a merge key', () => {
  test('is an error at its place, and the only one', () => {
    const text = `${head}  base: &base\n    A: 1\n  s:\n    <<: *base\n    B: 2\n  condition: s or base\n`;
    expect(codes(text)).toEqual(['yaml-merge-key <<']);
    expect(writtenOut(text)).toBe(text.replace('<<: *base', 'A: 1'));
  });

  test('several lines take the place of one, and own entries win', () => {
    const text = `${head}  base: &base\n    A|contains:\n      - a\n      - b\n    B: 2\n    C:\n  s:\n    - <<: *base\n      B: 3\n  condition: s or base\n`;
    const expected = text.replace('<<: *base', 'A|contains:\n        - a\n        - b\n      C:');
    expect(writtenOut(text)).toBe(expected);
    expect(codes(expected)).toEqual([]);
  });

  test('selections can be merged too', () => {
    const text = `x: &x\n  s: {A: 1}\n${head}  <<: *x\n  condition: s\n`;
    expect(codes(text)).toEqual(['yaml-merge-key <<']);
    expect(writtenOut(text)).toBe(text.replace('<<: *x', 's: {A: 1}'));
  });

  test.each<[name: string, text: string, codes: string[]]>([
    [
      'a list of maps',
      `${head}  a: &a {A: 1}\n  b: &b {B: 1}\n  s:\n    <<: [*a, *b]\n  condition: s\n`,
      ['yaml-merge-key <<'],
    ],
    [
      'at the top',
      `base: &b {title: T}\n<<: *b\nlogsource: {product: p}\ndetection:\n  s: {A: 1}\n  condition: s\n`,
      ['yaml-merge-key <<'],
    ],
    ['in quotes it is a name', `${head}  s:\n    '<<': a\n  condition: s\n`, []],
    ['with a text it is a name', `${head}  s:\n    <<: a\n  condition: s\n`, []],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
    expect(writtenOut(text)).toBeNull();
  });
});
