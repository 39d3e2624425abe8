import { expect, test } from 'vitest';
import { plain } from '../../text';
import { readEvents } from '../read';

const told = (text: string) =>
  readEvents(text)
    .warnings.map(({ message }) => plain(message))
    .join(' ');

test('Base64 is told as such, on one line and on several', () => {
  const line = 'QUJD'.repeat(15);
  for (const text of [line, `${line}==`, `${line}\n${line}=`]) expect(told(text)).toContain('Base64');
});

test('a long word that is nearly Base64 is read at once', () => {
  // An expression that parts it in every possible way would not come back.
  for (const length of [300, 600, 3000]) {
    const word = 'x'.repeat(length);
    expect(readEvents(`${word}{"}\n${word}"}`).slices.length).toBeGreaterThan(0);
    expect(told(`${word}!`)).not.toContain('Base64');
  }
});
