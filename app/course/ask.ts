import type { Grade, Hint, HintStep, Lesson, LessonWork, Tried } from '../../src/teach';
import { askTry } from '../results/connect';
import { failureWords } from '../workers/failure-words';

/*
 * What the engine is asked about a lesson. It answers in its worker: a pattern that never ends stops there, and is named.
 */

/** An answer; or why there is none, as a sentence; null if a newer question has taken its place. */
export type Asked<T> = { readonly answer: T } | { readonly why: string } | null;

/** Grades a work. */
export async function askGrade(lesson: Lesson, work: LessonWork): Promise<Asked<Grade>> {
  const asked = await ask(lesson, work, null);
  return asked && 'answer' in asked ? { answer: asked.answer.grade } : asked;
}

/** Help with what stands in the way of a work; its answer is null if nothing does. */
export async function askHint(lesson: Lesson, work: LessonWork, step: HintStep): Promise<Asked<Hint | null>> {
  const asked = await ask(lesson, work, step);
  return asked && 'answer' in asked ? { answer: asked.answer.hint } : asked;
}

async function ask(lesson: Lesson, work: LessonWork, step: HintStep | null): Promise<Asked<Tried>> {
  // Another question may have ended the worker: then a new one is there by now.
  for (let again = 0; ; again++) {
    const end = await askTry({ lesson, work, step });
    if (end.how === 'superseded') return null;
    if (end.how === 'answered') return { answer: end.answer };
    if (end.failure.why !== 'ended' || again > 0) return { why: failureWords(end.failure) };
  }
}
