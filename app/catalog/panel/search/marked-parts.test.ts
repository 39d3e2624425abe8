import { expect, test } from 'vitest';
import { markedParts } from './marked-parts';

test.each<[text: string, words: readonly string[], shown: string]>([
  ['Whoami as SYSTEM', [], 'Whoami as SYSTEM'],
  ['Whoami as SYSTEM', ['system', 'who'], '[Who]ami as [SYSTEM]'],
  ['aaa', ['aa'], '[aaa]'],
  ['abcd', ['bc', 'ab'], '[abc]d'],
  ['none', ['x', ''], 'none'],
  ['', ['x'], ''],
  // One letter becomes two: no mark is better than a misplaced one.
  ['İ abc', ['abc'], 'İ abc'],
])('%s, %j', (text, words, shown) => {
  const parts = markedParts(text, words);
  expect(parts.map(({ text: part, found }) => (found ? `[${part}]` : part)).join('')).toBe(shown);
  for (const { start, text: part } of parts) expect(text.startsWith(part, start)).toBe(true);
});
