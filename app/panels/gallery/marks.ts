import { count } from '../../../src/text';

/** What a mark of a picture stands for, by the letters of `Example.expected`. */
export const MARKS = {
  m: 'match',
  '-': 'no match',
  o: 'of another log source',
  x: 'cannot be read',
} as const;
export type MarkLetter = keyof typeof MARKS;

/** The marks of a picture. */
export function marksIn(expected: string): readonly MarkLetter[] {
  return [...expected].filter((letter): letter is MarkLetter => Object.hasOwn(MARKS, letter));
}

/** A picture in words: `6 events: 1 and 3 match, 5 is of another log source`. */
export function pictureWords(expected: string): string {
  const marks = marksIn(expected);
  const of = (letter: MarkLetter) => marks.flatMap((mark, i) => (mark === letter ? [i + 1] : []));
  const parts = [
    told(of('m'), 'matches', 'match'),
    told(of('o'), 'is of another log source', 'are of another log source'),
    told(of('x'), 'cannot be read', 'cannot be read'),
  ].filter(Boolean);
  const events = count(marks.length, 'event');
  return parts.length === 0 ? `${events}: none matches` : `${events}: ${parts.join(', ')}`;
}

function told(numbers: readonly number[], one: string, more: string): string {
  if (numbers.length === 0) return '';
  const list = [numbers.slice(0, -1).join(', '), numbers.at(-1)].filter((part) => part !== '').join(' and ');
  return `${list} ${numbers.length === 1 ? one : more}`;
}
