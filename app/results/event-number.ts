import { create } from 'zustand';

/** The index, in the large log, of the event in the editor; 0 if no log is open. */
export const useFirstNumber = create<number>(() => 0);

/** The number of an event as the user sees it, from 1; `index` counts the editor's events from 0. */
export function numberOf(index: number): number {
  return useFirstNumber.getState() + index + 1;
}
