import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/*
 * Whether the stage view is open, and where it begins. What stands behind a place is read once the view is loaded.
 */

interface Stage {
  /** Null while it is closed. Empty for its beginning, else the place of a link: `3.5`. */
  readonly place: string | null;
}

/** The stage view. Outside React, read it through `stage.getState()`. */
export const stage = createStore<Stage>(() => ({ place: null }));

/** Opens the stage view, at a place if one is given. */
export function openStage(place = ''): void {
  stage.setState({ place });
}

/** Closes the stage view. */
export function closeStage(): void {
  stage.setState({ place: null });
}

/** The part of it that `select` returns; the component renders again when it changes. */
export function useStage<T>(select: (state: Stage) => T): T {
  return useStore(stage, select);
}

/** A fragment of an address without the step that it names as `stage=`, and that step; null if it names none. */
export function withoutStage(hash: string): { readonly hash: string; readonly place: string | null } {
  const names = hash.slice(1).split('&');
  const found = names.find((one) => one.startsWith('stage='));
  if (!hash.startsWith('#') || found === undefined) return { hash, place: null };
  const rest = names.filter((one) => one !== found).join('&');
  return { hash: rest === '' ? '' : `#${rest}`, place: found.slice('stage='.length) };
}
