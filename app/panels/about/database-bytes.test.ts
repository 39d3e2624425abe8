import { expect, test } from 'vitest';
import { bytesOf } from './database-bytes';

test.each([
  ['text', 'abc', 6],
  ['a file', new Blob(['abcd']), 4],
  ['bytes', new ArrayBuffer(5), 5],
  ['a part of bytes', new Uint8Array(new ArrayBuffer(9), 2, 3), 3],
  ['a number', 7, 8],
  ['nothing', null, 8],
  ['a record', { ab: 'abc', c: new ArrayBuffer(5) }, 4 + 6 + 2 + 5],
  ['a list', ['a', 'b'], 2 + 2 + 2 + 2],
  ['a name that objects have', JSON.parse('{"__proto__":"ab"}'), 18 + 4],
])('%s', (_, value, bytes) => {
  expect(bytesOf(value)).toBe(bytes);
});
