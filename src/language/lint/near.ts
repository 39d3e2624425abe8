import { nearest } from '../../text';

/** Comparing names letter by letter is the dearest thing that checks do; of so many in one text nobody reads the answers. */
const MOST = 2000;

/** Looks for the names that misspelled ones of one text were meant to be. */
export class Near {
  private left = MOST;

  /** As `nearest`; null once the text has asked too often. */
  to(word: string, candidates: Iterable<string>): string | null {
    return this.left-- > 0 ? nearest(word, candidates) : null;
  }
}
