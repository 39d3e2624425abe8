import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { rowsByLevel } from './rows';
import { rowsByEvent } from './rows-by-event';
import { rowsByTechnique } from './rows-by-technique';

/** How findings are grouped, under the name of each button. */
export const GROUPINGS = { Level: rowsByLevel, Technique: rowsByTechnique, Event: rowsByEvent };
export type Grouping = keyof typeof GROUPINGS;

/** What the person looks at in the findings. */
export interface FindingsLook {
  readonly grouping: Grouping;
  /** Only rules that name this technique or a part of it. */
  readonly technique: string | null;
}

export const findingsLook = createStore<FindingsLook>(() => ({ grouping: 'Level', technique: null }));

/** The part of it that `select` names. */
export function useFindingsLook<T>(select: (look: FindingsLook) => T): T {
  return useStore(findingsLook, select);
}
