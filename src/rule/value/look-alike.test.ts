import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disguises, lookOf } from './look-alike';

describe('what a text looks like', () => {
  test.each([
    ['a\u00a0b', 'a b'],
    ['a\tb', 'a b'],
    ['p\u043ewer', 'power'],
    ['a\r\nb\rc\n', 'a\nb\nc\n'],
    ['cafe\u0301', 'caf\u00e9'],
    ['a\u200bb', 'ab'],
    ['\ufeffab', 'ab'],
    ['\uff50\uff53', 'ps'],
    ['\u2013x \u201ca\u201d', '-x "a"'],
    ['\u{1f600}', '\u{1f600}'],
  ])('%j: %j', (text, look) => expect(lookOf(text).text).toBe(look));

  test('each of its characters has an offset in the text, in order, and so has the end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: look, at } = lookOf(text);
        expect(at).toHaveLength(look.length + 1);
        expect(at[look.length]).toBe(text.length);
        for (let i = 0; i < look.length; i++) expect(at[i]!).toBeLessThanOrEqual(at[i + 1]!);
      }),
    );
  });
});

describe('where two texts that look the same differ', () => {
  test.each([
    ['a b', 'a\u00a0b', [[' ', '\u00a0', 1, 2]]],
    ['power', 'p\u043ewe\u0433', [['o', '\u043e', 1, 2]]],
    ['a\nb', 'a\r\nb', [['\n', '\r\n', 1, 3]]],
    ['caf\u00e9s', 'cafe\u0301s', [['\u00e9', 'e\u0301', 3, 5]]],
    ['whoami', 'who\u200bami', [['', '\u200b', 3, 4]]],
    ['who\u200bami', 'whoami', [['\u200b', '', 3, 3]]],
    ['ABC', 'abc', []],
  ])('%j and %j', (own, theirs, expected) => {
    const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
    const found = disguises(own, theirs, same).map(({ expected, found, at }) => [
      expected,
      found,
      at.start,
      at.end,
    ]);
    expect(found.slice(0, Math.max(1, expected.length))).toEqual(expected);
  });
});
