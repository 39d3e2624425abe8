import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/*
 * What of the course is open, and what a link has brought for it. All else about it is loaded once it is needed.
 */

/** The parts of the course's dialog. */
export const LEARN_VIEWS = ['lessons', 'write', 'results'] as const;
export type LearnView = (typeof LEARN_VIEWS)[number];

/** What a link of the course holds, as it stands behind the `=`. */
export interface LearnLink {
  readonly kind: 'lesson' | 'course' | 'lesson-file' | 'slip';
  readonly value: string;
}

interface Learn {
  /** Null while the dialog is closed. */
  readonly view: LearnView | null;
  /** Null once it was followed. */
  readonly link: LearnLink | null;
  /** The lesson whose work, as it is now, passes; empty where it does not. */
  readonly passes: string;
}

/** The course. Outside React, read it through `learn.getState()`. */
export const learn = createStore<Learn>(() => ({ view: null, link: null, passes: '' }));

/** Opens the course's dialog. */
export function openLearn(view: LearnView): void {
  learn.setState({ view });
}

/** Closes the course's dialog. */
export function closeLearn(): void {
  learn.setState({ view: null, link: null });
}

/** The part of it that `select` returns; the component renders again when it changes. */
export function useLearn<T>(select: (state: Learn) => T): T {
  return useStore(learn, select);
}
