import { nearest } from '../../text';

/** Comparing names letter by letter is the dearest thing that checks do; of so many in one text nobody reads the answers. */
const MOST = 2000;

let left = MOST;

/** Begins a text anew. */
export function resetNear(): void {
  left = MOST;
}

/** As `nearest`; null once a text has asked too often. */
export function near(word: string, candidates: Iterable<string>): string | null {
  return left-- > 0 ? nearest(word, candidates) : null;
}
