import type { Entry } from './entry';
import { ENDINGS, OWN_ENDINGS, SECOND_LEVEL, SERVICE_LABELS } from './known';
import { fold } from './spelling';

/** What is looked up in a folded text: a value, a part of one, or another way to write it. */
interface Needle {
  readonly entry: Entry;
  readonly text: string;
  /** Where its first word begins. */
  readonly offset: number;
  readonly is: 'whole' | 'part' | 'form';
}

/** How often values stand in a text in another spelling, and the parts of names. */
export interface Disguised {
  /** By number of the entry: a name however it is spelled, as it is too. */
  readonly wholes: ReadonlyMap<number, number>;
  /** By number of the entry: addresses and GUIDs that are written in another way. */
  readonly forms: ReadonlyMap<number, number>;
  /** By the part, in lower case. */
  readonly parts: ReadonlyMap<string, { readonly entry: Entry; readonly places: number }>;
}

/** A shorter part, or number, stands for many things. */
const SHORT = 4;
const LEAST_DIGITS = 7;
/** So many characters are folded at once. */
const PIECE = 1_000_000;
const WORD = /[\p{L}\p{N}]+/gu;
const IS_WORD = /[\p{L}\p{N}]/u;

/**
 * Looks for all values at once, word by word. `isOrdinary`: a word of logs, which is no part of a name. Yields between
 * pieces of the text.
 */
export function* disguisedIn(
  text: string,
  entries: readonly Entry[],
  isOrdinary: (word: string) => boolean,
): Generator<void, Disguised> {
  const byWord = byFirstWord(needlesOf(entries, isOrdinary));
  const wholes = new Map<number, number>();
  const forms = new Map<number, number>();
  const parts = new Map<string, { entry: Entry; places: number }>();
  for (const piece of piecesOf(text)) {
    for (const { entry, is, text: found } of needlesIn(fold(piece), byWord)) {
      if (is === 'part') parts.set(found, { entry, places: (parts.get(found)?.places ?? 0) + 1 });
      else {
        const counts = is === 'whole' ? wholes : forms;
        counts.set(entry.id, (counts.get(entry.id) ?? 0) + 1);
      }
    }
    yield;
  }
  return { wholes, forms, parts };
}

function* needlesIn(folded: string, byWord: ReadonlyMap<string, readonly Needle[]>): Generator<Needle> {
  let past = 0;
  for (const { 0: word, index } of folded.matchAll(WORD)) {
    if (index < past) continue;
    const found = byWord.get(word)?.find(({ text, offset }) => {
      const start = index - offset;
      const end = start + text.length;
      if (start < 0 || !folded.startsWith(text, start)) return false;
      return end >= folded.length || !IS_WORD.test(folded[end]!) || !IS_WORD.test(text.at(-1)!);
    });
    if (!found) continue;
    past = index - found.offset + found.text.length;
    yield found;
  }
}

/** By their first word; of those that begin alike the longest is found. */
function byFirstWord(needles: readonly Needle[]): Map<string, Needle[]> {
  const byWord = new Map<string, Needle[]>();
  for (const needle of needles) {
    const [word] = needle.text.slice(needle.offset).match(WORD)!;
    const known = byWord.get(word);
    if (known) known.push(needle);
    else byWord.set(word, [needle]);
  }
  for (const known of byWord.values()) known.sort((a, b) => b.text.length - a.text.length);
  return byWord;
}

function needlesOf(entries: readonly Entry[], isOrdinary: (word: string) => boolean): Needle[] {
  const needles: Needle[] = [];
  const taken = new Set<string>();
  const add = (entry: Entry, text: string, is: Needle['is']) => {
    const offset = text.search(IS_WORD);
    if (offset >= 0) needles.push({ entry, text, offset, is });
  };
  for (const entry of entries) {
    const { kind, original, replacement } = entry;
    for (const word of fold(replacement).match(WORD) ?? []) taken.add(word);
    if (kind === 'address' || kind === 'guid') for (const form of formsOf(entry)) add(entry, form, 'form');
    else if (kind !== 'sid') {
      add(entry, fold(original), 'whole');
      taken.add(fold(original));
    }
  }
  for (const entry of entries)
    for (const part of partsOf(entry)) {
      if (taken.has(part) || isOrdinary(part)) continue;
      taken.add(part);
      add(entry, part, 'part');
    }
  return needles;
}

/** The words of a name that may tell whose it is. */
function partsOf({ kind, original }: Entry): string[] {
  if (kind !== 'user' && kind !== 'mail' && kind !== 'domain') return [];
  return (fold(original).match(WORD) ?? []).filter(
    (word) =>
      word.length >= SHORT &&
      /\p{L}/u.test(word) &&
      ![ENDINGS, OWN_ENDINGS, SECOND_LEVEL, SERVICE_LABELS].some((known) => known.has(word)),
  );
}

/** Other ways to write an address or a GUID: with dashes or as a number; without dashes. */
function formsOf({ kind, original }: Entry): string[] {
  if (kind === 'guid') return [original.toLowerCase().replace(/[^0-9a-f]/g, '')];
  const bytes = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(original) ? original.split('.').map(Number) : null;
  if (!bytes) return [];
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const number = String(Number.parseInt(hex, 16));
  return [bytes.join('-'), hex, `0x${hex}`, ...(number.length < LEAST_DIGITS ? [] : [number])];
}

/** The text in pieces that end with a line, as far as lines are not longer. */
function* piecesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const line = start + PIECE < text.length ? text.lastIndexOf('\n', start + PIECE) : text.length;
    const end = line > start ? line : start + PIECE;
    yield text.slice(start, end);
    start = end;
  }
}
