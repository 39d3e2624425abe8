import type { Test } from './tests';

/** What the search found in one text, as numbers: if the text comes again, the result is known. */
export interface Seen {
  /** Tests that pass. */
  readonly passed: readonly number[];
  /** Tests that are possible. */
  readonly possible: readonly number[];
  /** Long lists with an alternative that passes. */
  readonly lists: readonly number[];
  /** Plans anchored in any of these tests. */
  readonly plans: readonly number[];
}

const NONE: readonly number[] = [];
export const NOTHING: Seen = { passed: NONE, possible: NONE, lists: NONE, plans: NONE };

/** What follows from these tests, without duplicates. */
export function seenOf(passed: readonly Test[], possible: readonly Test[]): Seen {
  return {
    passed: passed.map(({ id }) => id),
    possible: possible.map(({ id }) => id),
    lists: distinct(passed.flatMap(({ lists }) => lists)),
    plans: distinct([...passed, ...possible].flatMap(({ plans }) => plans)),
  };
}

function distinct(numbers: readonly number[]): readonly number[] {
  return numbers.length === 0 ? NONE : [...new Set(numbers)];
}

/** How many texts to remember for a field, and their greatest length: longer ones hardly come twice. */
const MOST_TEXTS = 4096;
const LONGEST = 512;

/**
 * After this many lookups a field is judged: with a smaller share of repeated texts, remembering costs more than it
 * saves.
 */
const TRIAL = 4096;
const WORTH = 0.3;

/**
 * Texts of one field that were already searched. A log repeats its programs, folders and users, so each such text is
 * folded and searched only once. A field whose texts are always new, such as hashes, is left alone after a trial.
 */
export class SeenTexts {
  private readonly texts = new Map<string, Seen>();
  private last: string | undefined;
  private lastSeen: Seen | undefined;
  private asked = 0;
  private known = 0;
  private useful = true;

  /** What was found in `text`, or undefined if it has to be searched. */
  get(text: string): Seen | undefined {
    // Comparing two texts is faster than looking one up.
    if (text === this.last) return this.lastSeen;
    if (!this.useful || text.length > LONGEST) return undefined;
    const seen = this.texts.get(text);
    if (seen) {
      this.known++;
      this.last = text;
      this.lastSeen = seen;
    }
    if (++this.asked === TRIAL) {
      this.useful = this.known >= TRIAL * WORTH;
      if (!this.useful) this.texts.clear();
      this.asked = 0;
      this.known = 0;
    }
    return seen;
  }

  /** Stores and returns what was found in `text`. */
  add(text: string, seen: Seen): Seen {
    this.last = text;
    this.lastSeen = seen;
    if (!this.useful || text.length > LONGEST) return seen;
    if (this.texts.size >= MOST_TEXTS) this.texts.clear();
    this.texts.set(text, seen);
    return seen;
  }
}
