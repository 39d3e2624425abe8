import { create } from 'zustand';

/** Of the editor's first event the number that it has in the large log that it is from, from 0; 0 where none is open. */
export const useFirstNumber = create<number>(() => 0);

/** The number by which an event of the editor is known to a person, from 1; `index` counts the editor's events from 0. */
export function numberOf(index: number): number {
  return useFirstNumber.getState() + index + 1;
}
