import { addressKey } from './addresses';
import type { FoundNames } from './collect';
import { decodedIn } from './encoded';
import { type Entry, type Hit, hitOf, inOrder, type Kind, written } from './entry';
import { type Found, formsIn } from './forms';
import { holds, isCommonWord, isProviderField, isVersionField } from './known';
import { inCaseOf, type MadeUp } from './made-up';
import { plainSpellings } from './spelling';

/* Finds in a text everything that is replaced. */

/** A name with the place of its first word, by which it is looked up. */
interface Name {
  readonly entry: number;
  readonly lower: string;
  /** Where the first word begins in the name. */
  readonly offset: number;
}

const WORD = /[\p{L}\p{N}]+/gu;
const IS_WORD = /[\p{L}\p{N}]/u;
const IN_HOME = /(?:[\\/]Users[\\/]+|[\\/]home[\\/]|Documents and Settings[\\/]+)$/i;

export class Finder {
  readonly entries: Entry[] = [];
  private readonly byKey = new Map<string, Entry>();
  private readonly byWord = new Map<string, Name[]>();
  private readonly common = new Set<number>();

  /** `kept`: GUIDs in lower case that are the same on every system. `fields`: words of the names of fields. */
  constructor(
    private readonly madeUp: MadeUp,
    private readonly kept: ReadonlySet<string>,
    private readonly fields: ReadonlySet<string>,
  ) {}

  /** Replaces these names from now on, too. */
  addNames(names: FoundNames): void {
    const made = { user: 'user', host: 'host' } as const;
    for (const [lower, { kind, name }] of names) {
      const instead =
        kind === 'domain'
          ? name.includes('.')
            ? this.madeUp.domain(name)
            : this.madeUp.label(name)
          : this.madeUp[made[kind]](name);
      const entry = this.add(kind, lower, name, inCaseOf(name, instead));
      if (isCommonWord(lower) || this.fields.has(lower)) this.common.add(entry.id);
      this.addName(entry.id, lower);
      // A spelling that is a name of its own, or an ordinary word, is not this one.
      for (const spelled of plainSpellings(lower))
        if (!names.has(spelled) && !this.isOrdinary(spelled)) this.addName(entry.id, spelled);
    }
  }

  private addName(entry: number, lower: string): void {
    const first = /[\p{L}\p{N}]+/u.exec(lower);
    if (!first) return;
    const known = this.byWord.get(first[0]) ?? [];
    known.push({ entry, lower, offset: first.index });
    known.sort((a, b) => b.lower.length - a.lower.length);
    this.byWord.set(first[0], known);
  }

  /** True for a name that is also an ordinary word, and replaced only where it must be a name. */
  readonly isCommon = ({ id }: Entry): boolean => this.common.has(id);

  /** True for a word of logs, of commands or of the names of fields, in lower case. */
  readonly isOrdinary = (word: string): boolean => isCommonWord(word) || this.fields.has(word);

  /** All that stands in a text, from left to right. `field`: whose value it is; null if it is none. */
  find(text: string, field: string | null, depth = 0): Hit[] {
    const hits: Hit[] = [];
    for (const found of formsIn(text)) {
      const hit = this.formHit(found, field);
      if (hit) hits.push(hit);
    }
    this.findNames(text, field, hits);
    if (depth < 2) {
      for (const { start, end, text: inner, encode } of decodedIn(text)) {
        const inside = this.find(inner, null, depth + 1);
        if (inside.length === 0) continue;
        const entries = [...new Set(inside.flatMap((hit) => hit.entries))];
        const write = (isOn: (entry: number) => boolean) =>
          entries.some(isOn) ? encode(written(inner, inside, isOn)) : null;
        hits.push({ start, end, entries, write });
      }
    }
    return inOrder(hits);
  }

  private formHit({ kind, start, end, text }: Found, field: string | null): Hit | null {
    if (kind === 'guid' && (this.kept.has(text.toLowerCase()) || (field !== null && isProviderField(field))))
      return null;
    if (kind === 'address' && field !== null && isVersionField(field))
      return { start, end, entries: [], write: () => null };
    const entry = this.formEntry(kind, text);
    const instead =
      kind === 'address'
        ? (this.madeUp.address(text) ?? text)
        : kind === 'mail'
          ? entry.replacement
          : inCaseOf(text, entry.replacement);
    return hitOf(start, end, entry.id, kind === 'sid' ? entry.replacement : instead);
  }

  private formEntry(kind: Kind, text: string): Entry {
    const key = `${kind} ${kind === 'address' ? addressKey(text) : text.toLowerCase()}`;
    const known = this.byKey.get(key);
    if (known) return known;
    const instead = this.formInstead(kind, text);
    return instead === null ? this.add(kind, key, text, text, true) : this.add(kind, key, text, instead);
  }

  private formInstead(kind: Kind, text: string): string | null {
    if (kind === 'address') return this.madeUp.address(text);
    if (kind === 'sid') return this.madeUp.sid(text);
    if (kind === 'guid') return inCaseOf(text, this.madeUp.guid(text));
    const at = text.indexOf('@');
    return `${this.madeUp.user(text.slice(0, at))}@${this.madeUp.domain(text.slice(at + 1))}`;
  }

  private add(kind: Kind, key: string, original: string, replacement: string, isFixed = false): Entry {
    const entry: Entry = {
      id: this.entries.length,
      kind,
      original,
      replacement,
      ...(isFixed ? { isFixed } : {}),
    };
    this.entries.push(entry);
    this.byKey.set(key, entry);
    return entry;
  }

  private findNames(text: string, field: string | null, hits: Hit[]): void {
    if (this.byWord.size === 0) return;
    const isName = field !== null && holds(field) !== null;
    /** Names that are also ordinary words. */
    const doubtful: Hit[] = [];
    for (const { 0: word, index } of text.matchAll(WORD)) {
      // What an escape ends with is no part of the word: `\nmira`, `%5Cmira`.
      for (const skip of [0, ...escapedBefore(text, index, word)]) {
        const hit = this.nameAt(text, index + skip, word.slice(skip), skip > 0);
        if (!hit) continue;
        const isSure = isName || !this.common.has(hit.entries[0]!) || isHome(text, hit.start);
        (isSure ? hits : doubtful).push(hit);
        break;
      }
    }
    if (doubtful.length > 0) hits.push(...besideNames(text, hits, doubtful));
  }

  private nameAt(text: string, at: number, word: string, isEscaped: boolean): Hit | null {
    for (const { entry, lower, offset } of this.byWord.get(word.toLowerCase()) ?? []) {
      const start = at - offset;
      const end = start + lower.length;
      if (start < 0 || end > text.length) continue;
      const found = text.slice(start, end);
      if (found.toLowerCase() !== lower) continue;
      if (!isEscaped && start > 0 && IS_WORD.test(text[start - 1]!) && IS_WORD.test(found[0]!)) continue;
      if (end < text.length && IS_WORD.test(text[end]!) && IS_WORD.test(found.at(-1)!)) continue;
      return hitOf(start, end, entry, inCaseOf(found, this.entries[entry]!.replacement));
    }
    return isEscaped ? null : this.spelledAt(text, at, word);
  }

  /** A word with accents that stands for a name without: `müller` where a field holds `mueller`. */
  private spelledAt(text: string, at: number, word: string): Hit | null {
    if (at > 0 && IS_WORD.test(text[at - 1]!)) return null;
    for (const spelled of plainSpellings(word))
      for (const { entry, lower } of this.byWord.get(spelled) ?? [])
        if (lower === spelled)
          return hitOf(at, at + word.length, entry, inCaseOf(word, this.entries[entry]!.replacement));
    return null;
  }
}

/** True if the path of a home directory ends before `at`. */
function isHome(text: string, at: number): boolean {
  return IN_HOME.test(text.slice(Math.max(0, at - 30), at));
}

/** Those that stand beside a name with a backslash between: both halves of `LAB\mira`. */
function besideNames(text: string, sure: readonly Hit[], doubtful: readonly Hit[]): Hit[] {
  const begins = new Set(sure.map(({ start }) => start));
  const ends = new Set(sure.map(({ end }) => end));
  return doubtful.filter(({ start, end }) => {
    const after = /^\\{1,2}/.exec(text.slice(end, end + 2));
    const before = /\\{1,2}$/.exec(text.slice(Math.max(0, start - 2), start));
    return (
      (after !== null && begins.has(end + after[0].length)) ||
      (before !== null && ends.has(start - before[0].length))
    );
  });
}

/** How many characters at the beginning of a word may belong to an escape that begins before it. */
function escapedBefore(text: string, at: number, word: string): number[] {
  const before = text[at - 1];
  if (before === '\\') {
    const code = /^(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[nrtbfv])/i.exec(word);
    return code && code[0].length < word.length ? [code[0].length] : [];
  }
  if (before === '%' && /^[0-9a-f]{2}./i.test(word)) return [2];
  return [];
}
