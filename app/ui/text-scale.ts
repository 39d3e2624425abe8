import { useSyncExternalStore } from 'react';

/*
 * How much larger text is than it is by itself. The sheets of styles have it as `--scale`; whoever measures in pixels,
 * because rows are laid out by script or an editor wants numbers, has it from here.
 */

let scale = 1;
const listeners = new Set<() => void>();

/** Sets the factor for all that measure. */
export function setTextScale(factor: number): void {
  scale = factor;
  document.documentElement.style.setProperty('--scale', String(factor));
  for (const listener of listeners) listener();
}

/** The factor now. */
export function textScale(): number {
  return scale;
}

/** Calls `listener` when it changes; returns a function that stops this. */
export function onTextScale(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The factor; the component renders again when it changes. */
export function useTextScale(): number {
  return useSyncExternalStore(onTextScale, textScale);
}
