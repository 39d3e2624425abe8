import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The entry of the reference that is open; empty for the whole list, null while it is closed. */
const opened = createStore<{ readonly entry: string | null }>(() => ({ entry: null }));

/** Opens the reference at an entry: its id (`modifier:windash`) or name. */
export function openReference(entry = ''): void {
  opened.setState({ entry });
}

/** Closes it; the focus goes back to where it was. */
export function closeReference(): void {
  opened.setState({ entry: null });
}

/** True while the reference is open. */
export function isReferenceOpen(): boolean {
  return opened.getState().entry !== null;
}

/** The entry that is open. */
export function useReference(): string | null {
  return useStore(opened, ({ entry }) => entry);
}
