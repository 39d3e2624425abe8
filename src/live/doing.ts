import type { Range } from '../text';

/** What the engine does that may run a backtracking expression, and so may never end. */
export type Doing = 'evaluate' | 'compare' | 'explain' | 'repair' | 'decide' | 'vary' | 'make' | 'author';

/** An event and where its text stands. */
export interface EventAt {
  readonly index: number;
  readonly range: Range;
}

/** Work for one event that did not end and is not begun again. */
export interface Stopped {
  readonly doing: Doing;
  /** The backtracking expression that ran; null where that is not known. */
  readonly pattern: string | null;
  /** The event's text; null where too many events were stopped by this expression, so that it goes for all of them. */
  readonly text: string | null;
}
