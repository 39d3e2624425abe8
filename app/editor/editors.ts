import type { EditorHandle } from './handle';

/** An editor's element outlives the component that shows it, so that undo survives a change of layout. */
export interface EditorSlot {
  host: HTMLElement | null;
  handle: EditorHandle | null;
}

/** The two editors. A handle is null until its editor has loaded. */
export const editors: Readonly<Record<'rule' | 'events', EditorSlot>> = {
  rule: { host: null, handle: null },
  events: { host: null, handle: null },
};

type Listener = (handle: EditorHandle) => void;
const listeners = new Set<Listener>();

/** Calls `listener` with an editor when it has loaded. Returns a function that stops this. */
export function onEditorReady(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Announces that an editor has loaded. */
export function editorReady(handle: EditorHandle): void {
  for (const listener of listeners) listener(handle);
}
