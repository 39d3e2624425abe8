import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inLine, visible } from './visible';

test.each([
  ['a\u202eb', 'a⟨U+202E⟩b'],
  ['\u0000\u001b\u007f\u0085', '⟨U+0000⟩⟨U+001B⟩⟨U+007F⟩⟨U+0085⟩'],
  ['\u200b\u200d\u2060\ufeff\u00ad', '⟨U+200B⟩⟨U+200D⟩⟨U+2060⟩⟨U+FEFF⟩⟨U+00AD⟩'],
  ['\ud800a\udfff', '⟨U+D800⟩a⟨U+DFFF⟩'],
  ['\u2028\u2029\ufffe\uffff', '⟨U+2028⟩⟨U+2029⟩⟨U+FFFE⟩⟨U+FFFF⟩'],
  ['\u{e0041}', '⟨U+E0041⟩'],
  ['a\r\nb\rc\td', 'a\nb⟨U+000D⟩c\td'],
  ['日本 👍 é e\u0301', '日本 👍 é e\u0301'],
])('%j', (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test('what is visible stays as it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => visible(visible(text)) === visible(text)));
  expect(inLine('a\r\nb\tc')).toBe('a↵b c');
});
