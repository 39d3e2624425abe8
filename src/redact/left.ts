import type { Entry, Kind } from './entry';

/** A replaced value that still stands in the text. */
export interface Left {
  readonly kind: Kind;
  readonly original: string;
  /**
   * `word`: it is also an ordinary word, or a field's name; `kept`: in a value that is kept; `inside`: in a longer word;
   * `encoded`: in an encoded text that could not be written again.
   */
  readonly why: 'word' | 'kept' | 'inside' | 'encoded';
  readonly places: number;
}

/** Shorter names are parts of many words. */
const SHORT = 4;

/**
 * What is left of replaced values in a text, in any case. `isCommon`: the value is also an ordinary word. Yields between
 * values.
 */
export function* leftIn(
  text: string,
  entries: readonly Entry[],
  isCommon: (entry: Entry) => boolean,
): Generator<void, Left[]> {
  const lower = text.toLowerCase();
  const left: Left[] = [];
  for (const entry of entries) {
    const { kind, original } = entry;
    const name = original.toLowerCase();
    const { whole, inside } = countOf(lower, name);
    const add = (why: Left['why'], places: number) => {
      if (places > 0) left.push({ kind, original, why, places });
    };
    add(isCommon(entry) ? 'word' : 'kept', whole);
    // The digits of an address are also part of other addresses.
    if (kind !== 'address' && name.length >= SHORT) add('inside', inside);
    add('encoded', encodedIn(text, lower, original));
    yield;
  }
  return left;
}

const IS_WORD = /[\p{L}\p{N}]/u;

function countOf(text: string, name: string): { whole: number; inside: number } {
  const counts = { whole: 0, inside: 0 };
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const before = at > 0 && IS_WORD.test(text[at - 1]!);
    const after = at + name.length < text.length && IS_WORD.test(text[at + name.length]!);
    counts[before || after ? 'inside' : 'whole']++;
  }
  return counts;
}

/** How often a value stands in base64 or in hexadecimal digits, wherever it begins there. */
function encodedIn(text: string, lower: string, original: string): number {
  let places = 0;
  for (const bytes of [new TextEncoder().encode(original), wide(original)]) {
    if (bytes.length < LEAST) continue;
    for (const piece of inBase64(bytes)) places += occurrences(text, piece);
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    places += occurrences(lower, hex);
  }
  return places;
}

/** Fewer bytes stand by chance in what is no text at all. */
const LEAST = 6;

function occurrences(text: string, piece: string): number {
  let count = 0;
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length)) count++;
  return count;
}

function wide(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    bytes[2 * i] = text.charCodeAt(i) & 255;
    bytes[2 * i + 1] = text.charCodeAt(i) >> 8;
  }
  return bytes;
}

/** The characters that depend on these bytes alone, for each of the three places at which they may begin. */
function inBase64(bytes: Uint8Array): string[] {
  return [0, 1, 2].map((offset) => {
    const padded = String.fromCharCode(...new Uint8Array(offset), ...bytes);
    const from = Math.ceil((offset * 8) / 6);
    const to = Math.floor(((offset + bytes.length) * 8) / 6);
    return btoa(padded).slice(from, to);
  });
}
