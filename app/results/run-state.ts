import type { LintDiagnostic } from '../../src/language';
import type { EngineLoss, RunQuestion } from '../workers/engine/client';
import type { RunMessage } from '../workers/engine/protocol';
import { NO_RESULTS, type Outcome, type Results } from './outcome';

/** What happens to the results. */
export type Message =
  /** The rule's text is another one. */
  | { readonly kind: 'typed'; readonly rule: string }
  /** A run has begun; `again` where a worker that was lost has given the answers already. */
  | { readonly kind: 'began'; readonly run: number; readonly question: RunQuestion; readonly again: boolean }
  /** Something that was asked after `run` gives this. */
  | { readonly kind: 'told'; readonly run: number; readonly message: RunMessage }
  /** A run takes so long that what there is of it is to be shown. */
  | { readonly kind: 'waited'; readonly run: number }
  | { readonly kind: 'ended'; readonly run: number; readonly failure: string | null }
  /** The engine's worker is gone, and another takes its place. */
  | { readonly kind: 'lost'; readonly loss: EngineLoss | null };

export interface State {
  /** What the page shows. */
  readonly shown: Results;
  /** What the newest run has given so far: the same as `shown` once that run is on show. */
  readonly newest: Results;
  readonly run: number;
  /** The rule's text as it stands. */
  readonly rule: string;
  /** The newest run has said what it made of the rule's text. Before that there is nothing to show of it. */
  readonly isCompiled: boolean;
  /** It is to be shown as soon as there is. */
  readonly isDue: boolean;
  /** The worker has a rule that compiled, which it evaluates while the newest text does not. */
  readonly engineHasRule: boolean;
  /** What of the newest run is not to be seen: nothing; all that is of a rule; or everything. */
  readonly leftOut: 'nothing' | 'verdicts' | 'everything';
  /** What reading and compiling the newest text found. */
  readonly compiled: readonly LintDiagnostic[];
}

export const START: State = {
  shown: NO_RESULTS,
  newest: NO_RESULTS,
  run: 0,
  rule: '',
  isCompiled: false,
  isDue: false,
  engineHasRule: false,
  leftOut: 'nothing',
  compiled: [],
};

/** The newest results with another part; shown at once where they are on show. */
export function withNewest(state: State, part: Partial<Results>): State {
  const newest = { ...state.newest, ...part };
  return state.newest === state.shown ? { ...state, newest, shown: newest } : { ...state, newest };
}

/** The newest outcome with another part. */
export function withOutcome(state: State, part: Partial<Outcome>): State {
  return withNewest(state, { outcome: { ...state.newest.outcome, ...part } });
}

/** The newest results are on show from here on. */
export function show(state: State): State {
  return state.newest === state.shown ? state : { ...state, shown: state.newest };
}
