import { createStore } from 'zustand/vanilla';

/** The sheet that is being renamed in its tab; null if none is. */
export const renaming = createStore<{ readonly sheet: string | null }>(() => ({ sheet: null }));

/** Opens the name of a sheet for writing; null leaves it. */
export function rename(sheet: string | null): void {
  renaming.setState({ sheet });
}
