import { nearest } from '../../text';

/**
 * Comparing names letter by letter is the most expensive work of checks, and nobody reads more answers than these for
 * one text.
 */
const MOST = 2000;

/** Finds the names that the misspelled ones of one text probably mean. */
export class Near {
  private left = MOST;

  /** Like `nearest`; null once the text has asked too often. */
  to(word: string, candidates: Iterable<string>): string | null {
    return this.left-- > 0 ? nearest(word, candidates) : null;
  }
}
