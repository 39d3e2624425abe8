import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { NO_RESULTS, type Results } from './outcome';

export type { Counts, Outcome, Results } from './outcome';

/** The results that the page shows. Outside React, read them through `results.getState()`. Only `connect` writes them. */
export const results = createStore<Results>(() => NO_RESULTS);

/** The part of the results that `select` returns; the component renders again when it changes. */
export function useResults<T>(select: (state: Results) => T): T {
  return useStore(results, select);
}
