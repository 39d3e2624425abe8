import type { EvtxProblem } from '../event';

/** A text with the name under which problems speak of it. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
  /** What was wrong with the file before it became a text: damage in an event log. */
  readonly problems?: readonly EvtxProblem[];
}
