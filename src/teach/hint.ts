import type { Edit, Range, Words } from '../text';
import type { Grade } from './grade';

/** The steps of help: where to look, why, what to write. */
export const HINT_STEPS = [1, 2, 3] as const;
export type HintStep = (typeof HINT_STEPS)[number];

/** What is said to someone who is stuck. */
export interface Hint {
  readonly step: HintStep;
  /** What stands in the way: `event 2`, `firings`, the code of a problem, or the `kind` of what is held back. */
  readonly about: string;
  readonly says: Words;
  /** Places to look at, in the rule's text. */
  readonly places: readonly Range[];
  /** The event on screen that it is about, by its place in the text. */
  readonly event: number | null;
}

/** True if what a hint is about is still not right. While a problem keeps the rule from running, nobody knows better. */
export function isStillWrong({ about }: Pick<Hint, 'about'>, grade: Grade): boolean {
  const { isPassed, problem, shown, firings, held } = grade;
  if (isPassed || problem) return !isPassed;
  if (about === 'firings') return firings !== null && !firings.isMet;
  return (
    shown.some(({ event, isMet }) => !isMet && about === `event ${event + 1}`) ||
    held.some(({ kind, fault }) => fault !== null && about === kind)
  );
}

/** What stands in the way, with what there is to say of it at each step. Words are made when they are asked for. */
export interface Obstacle {
  readonly about: string;
  readonly event: number | null;
  readonly places: readonly Range[];
  readonly where: () => Words;
  readonly why: () => Words;
  /** What to write, where that is known without trying. */
  readonly write?: () => Words | null;
  /** Changes of the rule to try: the best of them is what to write. */
  readonly tries?: () => readonly Change[];
  /** Whether it no longer stands in the way after a change. */
  readonly isGone?: (grade: Grade) => boolean;
  /** The author's word on it: it comes before a change with which the lesson is not passed yet. */
  readonly tip?: string | undefined;
}

/** A change of the rule's text that may help. Only a try shows whether it does. */
export interface Change {
  /** In the imperative. */
  readonly title: Words;
  readonly edits: readonly Edit[];
}
