import type { Grade, Hint, HintStep, Lesson, LessonWork, Tried } from '../../src/teach';
import { askTry } from '../results/connect';
import { failureWords } from '../workers/failure-words';

/*
 * What the engine is asked about a lesson. It answers in its worker: a pattern that never ends stops there, and is named.
 * The pane, the checks of a draft and those of a slip ask one after the other, for a newer question would take the place of
 * the one before.
 */

/** An answer; or why there is none, as a sentence; null if it was no longer wanted. */
export type Asked<T> = { readonly answer: T } | { readonly why: string } | null;

type IsWanted = () => boolean;
const always: IsWanted = () => true;

/** Grades a work. */
export async function askGrade(lesson: Lesson, work: LessonWork, isWanted = always): Promise<Asked<Grade>> {
  const asked = await ask(lesson, work, null, isWanted);
  return asked && 'answer' in asked ? { answer: asked.answer.grade } : asked;
}

/** Help with what stands in the way of a work; its answer is null if nothing does. */
export async function askHint(lesson: Lesson, work: LessonWork, step: HintStep): Promise<Asked<Hint | null>> {
  const asked = await ask(lesson, work, step, always);
  return asked && 'answer' in asked ? { answer: asked.answer.hint } : asked;
}

let turn: Promise<unknown> = Promise.resolve();

function ask(
  lesson: Lesson,
  work: LessonWork,
  step: HintStep | null,
  isWanted: IsWanted,
): Promise<Asked<Tried>> {
  const asked = turn.then(() => askNow(lesson, work, step, isWanted));
  turn = asked.catch(() => null);
  return asked;
}

/** Milliseconds until the engine, which is only starting, is asked once more. */
const AGAIN = 200;

async function askNow(
  lesson: Lesson,
  work: LessonWork,
  step: HintStep | null,
  isWanted: IsWanted,
): Promise<Asked<Tried>> {
  let ended = 0;
  while (isWanted()) {
    const end = await askTry({ lesson, work, step });
    if (end.how === 'answered') return { answer: end.answer };
    if (end.how === 'superseded') await new Promise((resolve) => setTimeout(resolve, AGAIN));
    // Other work may have ended the worker: then a new one is there by now.
    else if (end.failure.why !== 'ended' || ++ended > 1) return { why: failureWords(end.failure) };
  }
  return null;
}
