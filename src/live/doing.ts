import type { Range } from '../text';

/** Work of the engine that may run a backtracking expression, and so may never end. */
export type Doing =
  | 'evaluate'
  | 'compare'
  | 'explain'
  | 'repair'
  | 'decide'
  | 'vary'
  | 'make'
  | 'author'
  | 'redact'
  | 'export'
  | 'teach';

/** An event and the position of its text. */
export interface EventAt {
  readonly index: number;
  readonly range: Range;
}

/** Work for one event that did not end and is not started again. */
export interface Stopped {
  readonly doing: Doing;
  /** The backtracking expression that ran; null if unknown. */
  readonly pattern: string | null;
  /** The event's text; null if this expression stopped too many events, so that it applies to all of them. */
  readonly text: string | null;
}
