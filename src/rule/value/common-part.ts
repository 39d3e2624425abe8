import type { Range } from '../../text';

/** A stretch that two texts have in common, with its range in each. */
export interface CommonPart {
  readonly text: Range;
  readonly needle: Range;
}

/** The most characters of a value to compare: a hostile one must not cost more than its share. */
const MAX_TEXT = 4000;
const MAX_NEEDLE = 400;
/** A shorter text is compared as fast as it is scanned. */
const SHORT = 64;

/** The longest stretch that `needle` and `text` have in common; of several, the least displaced. */
export function longestCommonPart(needle: string, text: string): CommonPart {
  const columns = Math.min(needle.length, MAX_NEEDLE);
  const rows = Math.min(text.length, MAX_TEXT);
  // Lengths of the common stretches that end at each character of the needle and at this row's character of the text.
  const lengths = new Uint16Array(columns + 1);
  const codes = Uint16Array.from({ length: columns }, (_, j) => needle.charCodeAt(j));
  let longest = 0;
  let textEnd = 0;
  let needleEnd = 0;
  for (let i = 1; i <= rows; i++) {
    const character = text.charCodeAt(i - 1);
    for (let j = columns; j > 0; j--) {
      if (codes[j - 1] !== character) {
        lengths[j] = 0;
        continue;
      }
      const length = lengths[j - 1]! + 1;
      lengths[j] = length;
      if (length < longest || (length === longest && Math.abs(i - j) >= Math.abs(textEnd - needleEnd)))
        continue;
      longest = length;
      textEnd = i;
      needleEnd = j;
    }
  }
  return {
    text: { start: textEnd - longest, end: textEnd },
    needle: { start: needleEnd - longest, end: needleEnd },
  };
}

/** What `needle` and `text` have in common at their start. */
export function commonStart(needle: string, text: string): CommonPart {
  const most = Math.min(needle.length, text.length);
  let length = 0;
  while (length < most && needle[length] === text[length]) length++;
  return { text: { start: 0, end: length }, needle: { start: 0, end: length } };
}

/** What `needle` and `text` have in common at their end. */
export function commonEnd(needle: string, text: string): CommonPart {
  const most = Math.min(needle.length, text.length);
  let length = 0;
  while (length < most && needle.at(-1 - length) === text.at(-1 - length)) length++;
  return {
    text: { start: text.length - length, end: text.length },
    needle: { start: needle.length - length, end: needle.length },
  };
}

/**
 * False if `needle` and `text` certainly have no three consecutive characters in common. Cheap, and true for all
 * short texts.
 */
export function mayHaveCommonPart(needle: string, text: string): boolean {
  if (text.length <= SHORT || needle.length > MAX_NEEDLE) return true;
  for (let at = 0; at + 3 <= needle.length; at++) if (text.includes(needle.slice(at, at + 3))) return true;
  return false;
}
