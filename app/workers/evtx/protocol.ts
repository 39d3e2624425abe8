import type { EvtxProblem } from '../../../src/event';

/** An event log as the worker has read it. */
export interface ReadLog {
  /** Its records as XML. */
  readonly text: string;
  readonly records: number;
  /** The first thousand; `problemCount` is how many there are. */
  readonly problems: readonly EvtxProblem[];
  readonly problemCount: number;
}

export type EvtxRequests = {
  readonly read: { readonly asks: Blob; readonly tells: never; readonly gives: ReadLog };
  /** The answer is what evtx_dump would write. */
  readonly json: { readonly asks: Blob; readonly tells: never; readonly gives: string };
};
