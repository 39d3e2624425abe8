import type { EvtxProblem } from '../event';

/** A text and the name under which its problems are reported. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
  /** Problems of the file before it became text: damage in an event log. */
  readonly problems?: readonly EvtxProblem[];
}
