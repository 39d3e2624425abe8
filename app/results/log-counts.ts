import { createStore } from 'zustand/vanilla';
import type { Counts, Outcome } from './results';

/**
 * How often the parts of a rule match in a large log. The engine itself knows only the one event in the editor.
 */
export interface LogCounts {
  /** The text of the rule that was evaluated, and the index of its document. */
  readonly rule: string;
  readonly document: number;
  readonly counts: Counts;
  /** How many events the log has. */
  readonly total: number;
}

/** The counts of the open log; null if none is open. */
export const logCounts = createStore<{ readonly of: LogCounts | null }>(() => ({ of: null }));

/** An outcome with the counts of the open log, if they are for the same rule. */
export function withLogCounts(outcome: Outcome): Pick<Outcome, 'counts' | 'total'> {
  const { of } = logCounts.getState();
  return of && of.rule === outcome.rule && of.document === outcome.document ? of : outcome;
}
