import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The dialogs that a button or a command opens, and that need no more than to be open. */
export type DialogName =
  | 'examples'
  | 'history'
  | 'export-work'
  | 'export-all'
  | 'share'
  | 'embed'
  | 'commands'
  | 'keys'
  | 'about'
  | 'export-result'
  | 'export-rule';

/** At most one is open. */
const opened = createStore<{ readonly name: DialogName | null }>(() => ({ name: null }));

/** Opens a dialog, in place of another. */
export function openDialog(name: DialogName): void {
  opened.setState({ name });
}

/** Closes the dialog, whichever it is. */
export function closeDialog(): void {
  opened.setState({ name: null });
}

/** The dialog that is open now; null if none is. */
export function openedDialog(): DialogName | null {
  return opened.getState().name;
}

/** True while this dialog is open. */
export function useDialog(name: DialogName): boolean {
  return useStore(opened, (now) => now.name === name);
}
