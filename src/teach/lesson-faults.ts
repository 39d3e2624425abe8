import { say } from '../text';
import { gradeSteps, toEnd } from './grade';
import { type Answer, type Lesson, workOf } from './lesson';
import type { LessonProblem } from './lesson-problem';

/** `lessonFaults` in pieces: yields to let others run. */
export function* faultSteps(lesson: Lesson): Generator<void, LessonProblem[]> {
  const problems: LessonProblem[] = [];
  const error = (path: LessonProblem['path'], message: LessonProblem['message']) =>
    problems.push({ code: 'lesson-answer', severity: 'error', path, message });
  const passes = function* (answer: Answer): Generator<void, boolean> {
    return (yield* gradeSteps(lesson, workOf(lesson, answer))).isPassed;
  };
  if (yield* passes({})) error(['rule'], say`The lesson passes as it begins.`);
  for (const [i, solution] of lesson.solutions.entries())
    if (!(yield* passes(solution))) error(['solutions', i], say`Solution ${i + 1} does not pass.`);
  for (const [i, wrong] of lesson.wrong.entries())
    if (yield* passes(wrong)) error(['wrong', i], say`Wrong answer ${i + 1} passes.`);
  return problems;
}

/**
 * What only trying a lesson shows, before it is shared: it must not pass as it begins, its solutions must, and its wrong
 * answers must not. Empty if all is well.
 */
export function lessonFaults(lesson: Lesson): LessonProblem[] {
  return toEnd(faultSteps(lesson));
}
