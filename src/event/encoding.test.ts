import { expect, test } from 'vitest';
import { encodingOf, wholeText } from './encoding';

const TEXT = 'Wörk 日本 😀';
const utf8 = new TextEncoder().encode(TEXT);
const units = Uint16Array.from({ length: TEXT.length }, (_, i) => TEXT.charCodeAt(i));
const little = new Uint8Array(units.buffer);
const big = little.map((_, i) => little[i ^ 1]!);

test.each([
  ['UTF-8', [], utf8, 'utf-8'],
  ['UTF-8 with its mark', [0xef, 0xbb, 0xbf], utf8, 'utf-8'],
  ['UTF-16 as PowerShell writes it', [0xff, 0xfe], little, 'utf-16le'],
  ['UTF-16 the other way round', [0xfe, 0xff], big, 'utf-16be'],
] as const)('%s', (_, mark, body, name) => {
  const bytes = Uint8Array.from([...mark, ...body]);
  expect(encodingOf(bytes)).toEqual({ name, mark: mark.length });
  expect(wholeText(bytes)).toBe(TEXT);
});
