import type { Entry } from './candidates';
import { CASE, type Literal } from './searched';

/** How many characters a literal must have to be looked up by a stretch of four. */
const LONG = 4;

/** Literals of up to three characters, each by its last two, or its only one after any other or none. */
export function shortEntries(taken: readonly Literal[]): Entry[] {
  return taken.flatMap(({ text, literal }): Entry[] => {
    const { length } = text;
    if (length >= LONG) return [];
    const last = characterOf(text, length - 1);
    if (length > 1) {
      const key = (characterOf(text, length - 2) << 8) | last;
      return [{ text, literal, key, offset: length - 2 }];
    }
    // Its key begins with the character before it.
    return Array.from(new Set([0, ...EVERY]), (before) => ({
      text,
      literal,
      key: (before << 8) | last,
      offset: -1,
    }));
  });
}

/** Every character, as a key has it. */
const EVERY = Array.from({ length: 256 }, (_, code) => code | CASE);

function characterOf(text: string, at: number): number {
  return (text.charCodeAt(at) & 0xff) | CASE;
}
