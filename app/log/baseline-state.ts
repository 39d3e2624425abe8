import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { KEPT } from '../../src/limits';
import type { Words } from '../../src/text';

/*
 * The baseline: events that the rule must stay silent on, whatever is in the editor. Only what the page shows of it is here.
 */

export interface Baseline {
  readonly name: string;
  /** Of its file, in bytes. */
  readonly bytes: number;
  /** It is there after a reload, too. */
  readonly isKept: boolean;
  readonly events: number;
  /** How many of them match. */
  readonly hits: number;
  /** All of them have been looked at with the rule `rule`. */
  readonly isDone: boolean;
  /** The rule that the hits are of; empty before one has compiled. */
  readonly rule: string;
  /** Why its worker ended; null while it runs. */
  readonly loss: Words | null;
}

export const baseline = createStore<{ readonly now: Baseline | null }>(() => ({ now: null }));

/** The baseline; null if there is none. */
export function useBaseline(): Baseline | null {
  return useStore(baseline, ({ now }) => now);
}

/** Says in the browser's storage that a baseline is kept, so that nothing is loaded where there is none. */
export const BASELINE = 'baseline';

/** True for a file of so many bytes that is kept in the browser. */
export function fitsBaseline(bytes: number): boolean {
  return bytes <= KEPT.baseline.value;
}
