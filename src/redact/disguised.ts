import { parseAddress } from '../rule';
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
    if (kind === 'address' || kind === 'guid' || kind === 'sid')
      for (const form of formsOf(entry)) add(entry, form, 'form');
    else {
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
  if (kind !== 'user' && kind !== 'mail' && kind !== 'domain' && kind !== 'host') return [];
  return (fold(original).match(WORD) ?? []).filter(
    (word) =>
      word.length >= SHORT &&
      /\p{L}/u.test(word) &&
      !(kind === 'host' && (OF_HOSTS.has(word) || /\d/.test(word))) &&
      ![ENDINGS, OWN_ENDINGS, SECOND_LEVEL, SERVICE_LABELS].some((known) => known.has(word)),
  );
}

/** Words that say what a host is, not whose. */
const OF_HOSTS = new Set(['desktop', 'laptop', 'notebook', 'workstation', 'computer', 'machine', 'srvr']);

/**
 * Other ways to write an address, a GUID or a SID: with dashes or as a number, in full, as the name of a zone or of a share;
 * without dashes; as the bytes that Windows keeps.
 */
function formsOf({ kind, original }: Entry): string[] {
  if (kind === 'guid') return [original.toLowerCase().replace(/[^0-9a-f]/g, '')];
  if (kind === 'sid') return sidForms(original);
  if (original.includes(':')) return v6Forms(original);
  const bytes = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(original) ? original.split('.').map(Number) : null;
  if (!bytes) return [];
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const number = String(Number.parseInt(hex, 16));
  return [bytes.join('-'), hex, `0x${hex}`, ...(number.length < LEAST_DIGITS ? [] : [number])];
}

/** An address of the new kind as 32 digits, in reverse for a name server, and as Windows writes it in a share. */
function v6Forms(original: string): string[] {
  const groups = parseAddress(original, false)?.groups;
  if (!groups) return [];
  const hex = groups.map((group) => group.toString(16).padStart(4, '0')).join('');
  return [hex, [...hex].reverse().join('.'), `${original.toLowerCase().replaceAll(':', '-')}.ipv6-literal`];
}

/** A SID with other marks between its numbers, and as bytes. */
function sidForms(original: string): string[] {
  const parts = original.split('-').slice(1).map(Number);
  const [revision = 1, authority = 0, ...subs] = parts;
  const hex = (n: number, size: number) => n.toString(16).padStart(size * 2, '0');
  const reversed = (n: number) => hex(n, 4).replace(/(..)(..)(..)(..)/, '$4$3$2$1');
  const bytes = `${hex(revision, 1)}${hex(subs.length, 1)}${hex(authority, 6)}${subs.map(reversed).join('')}`;
  return [original.toLowerCase().replaceAll('-', '_'), bytes];
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
