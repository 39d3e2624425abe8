import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { rowsByLevel } from './rows';
import { rowsByEvent } from './rows-by-event';
import { rowsByTechnique } from './rows-by-technique';

/** The ways to group findings, by the name of their button. */
export const GROUPINGS = { Level: rowsByLevel, Technique: rowsByTechnique, Event: rowsByEvent };
export type Grouping = keyof typeof GROUPINGS;

/** What the user has chosen to see in the findings. */
export interface FindingsLook {
  readonly grouping: Grouping;
  /** Only rules with this technique or one of its sub-techniques. */
  readonly technique: string | null;
}

export const findingsLook = createStore<FindingsLook>(() => ({ grouping: 'Level', technique: null }));

/** The part of it that `select` returns. */
export function useFindingsLook<T>(select: (look: FindingsLook) => T): T {
  return useStore(findingsLook, select);
}
