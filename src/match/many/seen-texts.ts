import type { Test } from './tests';

/** What the search found in one text: tests that pass, and tests that are possible. */
export interface Seen {
  readonly passed: readonly Test[];
  readonly possible: readonly Test[];
}

/** So many texts are remembered for a field; longer ones than this hardly come twice. */
const MOST_TEXTS = 4096;
const LONGEST = 512;

/** After so many questions a field is judged: below this share of texts seen before, remembering costs more than it saves. */
const TRIAL = 4096;
const WORTH = 0.3;

/**
 * Texts of one field that were searched before. A log repeats its programs, folders and users; such a text need be folded
 * and searched once. A field of ever new texts, such as hashes, is left alone after a trial.
 */
export class SeenTexts {
  private readonly texts = new Map<string, Seen>();
  private asked = 0;
  private known = 0;
  private useful = true;

  /** What was found in `text`, or undefined where it has to be searched. */
  get(text: string): Seen | undefined {
    if (!this.useful || text.length > LONGEST) return undefined;
    const seen = this.texts.get(text);
    if (seen) this.known++;
    if (++this.asked === TRIAL) {
      this.useful = this.known >= TRIAL * WORTH;
      if (!this.useful) this.texts.clear();
      this.asked = 0;
      this.known = 0;
    }
    return seen;
  }

  /** Keeps, and gives back, what was found in `text`. */
  add(text: string, seen: Seen): Seen {
    if (!this.useful || text.length > LONGEST) return seen;
    if (this.texts.size >= MOST_TEXTS) this.texts.clear();
    this.texts.set(text, seen);
    return seen;
  }
}
