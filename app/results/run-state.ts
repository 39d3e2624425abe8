import type { LintDiagnostic } from '../../src/language';
import type { EngineLoss, RunQuestion } from '../workers/engine/client';
import type { RunMessage } from '../workers/engine/protocol';
import { NO_RESULTS, type Outcome, type Results } from './outcome';

/** What can happen to the results. */
export type Message =
  /** The rule's text has changed. */
  | { readonly kind: 'typed'; readonly rule: string }
  /** Another sheet is chosen: nothing of before belongs to its texts. */
  | { readonly kind: 'turned'; readonly rule: string }
  /** The engine has a worker that knows no rule yet. */
  | { readonly kind: 'started' }
  /** Something newer is asked. Its run begins once the worker is free. */
  | { readonly kind: 'asked' }
  /** A run has begun. `again`: a worker that has ended gave the same answers before. */
  | { readonly kind: 'began'; readonly run: number; readonly question: RunQuestion; readonly again: boolean }
  /** Something that was asked after `run` brings this. */
  | { readonly kind: 'told'; readonly run: number; readonly message: RunMessage }
  /** A run takes so long that its partial results should be shown. */
  | { readonly kind: 'waited'; readonly run: number }
  | { readonly kind: 'ended'; readonly run: number; readonly failure: string | null }
  /** The engine's worker has ended, and another replaces it. */
  | { readonly kind: 'lost'; readonly loss: EngineLoss | null };

export interface State {
  /** What the page shows. */
  readonly shown: Results;
  /** What the newest run has given so far: the same as `shown` once that run is on show. */
  readonly newest: Results;
  readonly run: number;
  /** The runs up to this one are of sheets that were left. */
  readonly left: number;
  /** The current text of the rule. */
  readonly rule: string;
  /** The newest run has reported whether the rule's text compiles. Before that, it has nothing to show. */
  readonly isCompiled: boolean;
  /** Show it as soon as it has something. */
  readonly isDue: boolean;
  /** The worker has a rule that compiled and evaluates it while the newest text does not compile. */
  readonly engineHasRule: boolean;
  /** Which part of the newest run is not shown: none, everything that needs a rule, or everything. */
  readonly leftOut: 'nothing' | 'verdicts' | 'everything';
  /** What reading and compiling the newest text found. */
  readonly compiled: readonly LintDiagnostic[];
}

export const START: State = {
  shown: NO_RESULTS,
  newest: NO_RESULTS,
  run: 0,
  left: -1,
  rule: '',
  isCompiled: false,
  isDue: false,
  engineHasRule: false,
  leftOut: 'nothing',
  compiled: [],
};

/** Changes a part of the newest results; shown at once if the page shows the newest. */
export function withNewest(state: State, part: Partial<Results>): State {
  const newest = { ...state.newest, ...part };
  return state.newest === state.shown ? { ...state, newest, shown: newest } : { ...state, newest };
}

/** Changes a part of the newest outcome. */
export function withOutcome(state: State, part: Partial<Outcome>): State {
  return withNewest(state, { outcome: { ...state.newest.outcome, ...part } });
}

/** Shows the newest results. */
export function show(state: State): State {
  return state.newest === state.shown ? state : { ...state, shown: state.newest };
}
