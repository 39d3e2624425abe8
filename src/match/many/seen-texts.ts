import type { Test } from './tests';

/** What follows from something that the search finds, as numbers. */
export interface Consequence {
  /** Tests that pass. */
  readonly passed: readonly number[];
  /** Tests that are possible. */
  readonly possible: readonly number[];
  /** Long lists with an alternative that passes. */
  readonly lists: readonly number[];
  /** Plans anchored in any of these tests. */
  readonly plans: readonly number[];
}

/** What follows from finding what these tests look for, without duplicates. */
export function consequenceOf(tests: readonly Test[], isDecided: (test: Test) => boolean): Consequence {
  const passed = tests.filter(isDecided);
  return {
    passed: passed.map(({ id }) => id),
    possible: tests.filter((test) => !isDecided(test)).map(({ id }) => id),
    lists: [...new Set(passed.flatMap(({ lists }) => lists))],
    plans: [...new Set(tests.flatMap(({ plans }) => plans))],
  };
}

/** How many texts to remember for a field, and their greatest length: longer ones hardly come twice. */
const MOST_TEXTS = 4096;
const LONGEST = 512;

/**
 * After this many lookups a field is judged: with a smaller share of repeated texts, remembering costs more than it
 * saves.
 */
const TRIAL = 1024;
const WORTH = 0.4;
/** A field that is not worth it is tried again after this many texts: a log may change. */
const REST = 64 * TRIAL;

const NOTHING: readonly number[] = [];

/**
 * What the search found in texts of one field. A log repeats its programs, folders and users, so each such text is
 * searched only once. A field whose texts are nearly always new, such as hashes, is left alone after a trial.
 */
export class SeenTexts {
  private readonly texts = new Map<string, readonly number[]>();
  private last: string | undefined;
  private lastFound: readonly number[] = NOTHING;
  private asked = 0;
  private known = 0;
  private resting = 0;

  /** The numbers of what was found in `text`, or undefined if it has to be searched. */
  get(text: string): readonly number[] | undefined {
    // Comparing two texts is faster than looking one up.
    if (text === this.last) return this.lastFound;
    if (this.resting > 0) {
      this.resting--;
      return undefined;
    }
    if (text.length > LONGEST) return undefined;
    const found = this.texts.get(text);
    if (found) {
      this.known++;
      this.last = text;
      this.lastFound = found;
    }
    if (++this.asked === TRIAL) {
      if (this.known < TRIAL * WORTH) {
        this.resting = REST;
        this.texts.clear();
        this.last = undefined;
      }
      this.asked = 0;
      this.known = 0;
    }
    return found;
  }

  /** Stores what was found in `text`, unless this field is not worth it. */
  add(text: string, found: readonly number[]): void {
    if (this.resting > 0 || text.length > LONGEST) return;
    const kept = found.length === 0 ? NOTHING : [...new Set(found)];
    this.last = text;
    this.lastFound = kept;
    if (this.texts.size >= MOST_TEXTS) this.texts.clear();
    this.texts.set(text, kept);
  }
}
