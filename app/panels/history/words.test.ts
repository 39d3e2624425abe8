import { expect, test } from 'vitest';
import { calledWords, countWords, reasonWords, sizeWords, whenWords } from './words';

test.each([
  [null, null, ''],
  [1, null, ''],
  [1, 6, '1 of 6 events matches'],
  [0, 1, '0 of 1 event matches'],
  [1200, 3400, '1,200 of 3,400 events match'],
])('%s matches of %s: %j', (matches, total, words) => {
  expect(countWords({ matches, total })).toBe(words);
});

test.each([
  [0, '0 kB'],
  [1, '1 kB'],
  [64_000_000, '64 MB'],
  [1_234_567, '1.2 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});

test.each([
  [{ name: 'Mine', title: 'T' }, 'Mine'],
  [{ name: '', title: 'T' }, 'T'],
  [{ name: '', title: '' }, 'Without a title'],
])('%j is called %s', (state, words) => {
  expect(calledWords(state)).toBe(words);
});

test('a moment of today is a time, any other a date', () => {
  const now = new Date(2026, 10, 30, 12).getTime();
  expect(whenWords(new Date(2026, 10, 30, 9, 5, 7).getTime(), now)).toBe('09:05:07');
  expect(whenWords(new Date(2026, 10, 29, 9, 5, 7).getTime(), now)).toBe('29 Nov 2026, 09:05');
});

test('a reason of a newer version has words too', () => {
  expect(reasonWords(null)).toBe('for a reason of a newer version of the page');
});
