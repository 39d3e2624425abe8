import { disguisedIn } from './disguised';
import type { Entry, Kind } from './entry';

/** A replaced value that still stands in the text. */
export interface Left {
  readonly kind: Kind;
  readonly original: string;
  /**
   * `word`: it is also an ordinary word, or a field's name; `kept`: in a value that is kept; `inside`: in a longer word;
   * `encoded`: in an encoded text that could not be written again; `rule`, `settings`: in what is shared beside the events;
   * `spelled`: without accents, behind escapes, as a number or the like; `part`: it is a word of a replaced name.
   */
  readonly why: 'word' | 'kept' | 'inside' | 'encoded' | 'rule' | 'settings' | 'spelled' | 'part';
  readonly places: number;
}

/** Shorter names are parts of many words. */
const SHORT = 4;
/** No made-up word is longer. */
const LONG = 64;

/** What is known of words. */
export interface Ordinary {
  /** The value is also an ordinary word. */
  isCommon(entry: Entry): boolean;
  /** The word is one of logs or of commands, in lower case. */
  isOrdinary(word: string): boolean;
}

/** What is left of replaced values in a text, in any case and spelling. Yields between values. */
export function* leftIn(
  text: string,
  entries: readonly Entry[],
  { isCommon, isOrdinary }: Ordinary,
): Generator<void, Left[]> {
  const lower = text.toLowerCase();
  const wholes = wholeIn(lower, entries);
  yield;
  const { wholes: spelled, forms, parts } = yield* disguisedIn(text, entries, isOrdinary);
  // Only these can be texts in base64 or in hexadecimal digits.
  const tokens = [...text.matchAll(/[A-Za-z0-9+/]{8,}/g)].map(([token]) => token).join('\n');
  const lowerTokens = tokens.toLowerCase();
  const madeUp = new Set(entries.flatMap(({ replacement }) => replacement.toLowerCase().match(WORD) ?? []));
  const left: Left[] = [];
  for (const entry of entries) {
    const { kind, original } = entry;
    const add = (why: Left['why'], places: number) => {
      if (places > 0) left.push({ kind, original, why, places });
    };
    add(isCommon(entry) ? 'word' : 'kept', wholes.get(entry.id) ?? 0);
    const asWritten = wholes.get(entry.id) ?? 0;
    add('spelled', Math.max(0, (spelled.get(entry.id) ?? 0) - asWritten) + (forms.get(entry.id) ?? 0));
    // The others are found by their form, in longer words too.
    if (kind !== 'address' && kind !== 'sid' && kind !== 'guid') {
      add('inside', insideOf(lower, original.toLowerCase(), madeUp));
      add('encoded', encodedIn(tokens, lowerTokens, original));
      yield;
    }
  }
  for (const [part, { entry, places }] of parts)
    left.push({ kind: entry.kind, original: part, why: 'part', places });
  return left;
}

/** What stands of replaced values in a text that is shared as it is: each with all its places. Yields between values. */
export function* besideIn(
  text: string,
  entries: readonly Entry[],
  ordinary: Ordinary,
  why: 'rule' | 'settings',
): Generator<void, Left[]> {
  const found = new Map<string, Left>();
  for (const { kind, original, places } of yield* leftIn(text, entries, ordinary)) {
    const key = `${kind} ${original}`;
    found.set(key, { kind, original, why, places: places + (found.get(key)?.places ?? 0) });
  }
  return [...found.values()];
}

const IS_WORD = /[\p{L}\p{N}]/u;
const WORD = /[\p{L}\p{N}]+/gu;

/** How often each value stands in a text as words of its own. */
function wholeIn(lower: string, entries: readonly Entry[]): Map<number, number> {
  const byWord = new Map<string, { readonly id: number; readonly name: string; readonly offset: number }[]>();
  for (const { id, original } of entries) {
    const name = original.toLowerCase();
    const first = /[\p{L}\p{N}]+/u.exec(name);
    if (!first) continue;
    const known = byWord.get(first[0]) ?? [];
    known.push({ id, name, offset: first.index });
    byWord.set(first[0], known);
  }
  const counts = new Map<number, number>();
  for (const { 0: word, index } of lower.matchAll(WORD)) {
    for (const { id, name, offset } of byWord.get(word) ?? []) {
      const start = index - offset;
      if (start < 0 || !lower.startsWith(name, start)) continue;
      const end = start + name.length;
      if (end < lower.length && IS_WORD.test(lower[end]!) && IS_WORD.test(name.at(-1)!)) continue;
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

/** How often a name stands in longer words, made-up ones excepted. */
function insideOf(text: string, name: string, madeUp: ReadonlySet<string>): number {
  if (name.length < SHORT) return 0;
  let count = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    let start = at;
    let end = at + name.length;
    while (at - start < LONG && start > 0 && IS_WORD.test(text[start - 1]!)) start--;
    while (end - at < LONG && end < text.length && IS_WORD.test(text[end]!)) end++;
    const isLonger = start < at || end > at + name.length;
    if (isLonger && !madeUp.has(text.slice(start, end))) count++;
  }
  return count;
}

/** How often a value stands in base64 or in hexadecimal digits, wherever it begins there. */
function encodedIn(text: string, lower: string, original: string): number {
  let places = 0;
  for (const bytes of [new TextEncoder().encode(original), wide(original)]) {
    if (bytes.length < SHORT) continue;
    if (bytes.length >= LEAST) for (const piece of inBase64(bytes)) places += occurrences(text, piece);
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    places += occurrences(lower, hex);
  }
  return places;
}

/** Fewer bytes stand in base64 by chance. */
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
