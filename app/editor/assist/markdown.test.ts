import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code, say, type Words } from '../../../src/text';
import { markdown } from './markdown';

describe('words as Markdown', () => {
  test.each<[Words, string]>([
    [say`Plain`, 'Plain'],
    [say`a ${code('b')} c`, 'a `b` c'],
    [say`*a* ${code('**b**')}`, '&#42;a&#42; `**b**`'],
    [[code('a`b')], '``a`b``'],
    [[code('`a``b')], '``` `a``b ```'],
    [[code('a`')], '`` a` ``'],
    [[code(' a ')], '`  a  `'],
    [[code('')], ''],
    [[code('a\nb')], 'a  \nb'],
    [say`a\nb <b>`, 'a  \nb &#60;b&#62;'],
  ])('%j: %s', (words, expected) => expect(markdown(words)).toBe(expected));

  test('no run of backticks inside code is as long as the fence around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' ') }), (text) => {
        fc.pre(text.trim() !== '');
        const [, fence, inner] = /^(`+)(?!`)(.*[^`])\1$/.exec(markdown([code(text)]))!;
        expect(inner!.match(/`+/g) ?? []).not.toContain(fence);
        expect(inner!.includes(text)).toBe(true);
      }),
    );
  });
});
