import { answerOf, type Course, type Slip, type SlipEntry } from '../../../src/teach';
import { nameOf } from '../courses';
import type { Progress } from '../progress';

/** The slip of a course: what was tried or passed, with the work that passed or, where none has, the last one. */
export function slipOf(
  key: string,
  course: Course,
  of: ReadonlyMap<string, Progress>,
  learner: string,
  now = Date.now(),
): Slip {
  const entries = course.lessons.flatMap((lesson): SlipEntry[] => {
    const one = of.get(nameOf(key, lesson.id));
    if (!one) return [];
    return [
      {
        lesson: lesson.id,
        title: lesson.title,
        passed: one.state === 'passed',
        tries: one.tries,
        helped: one.helped,
        sawSolution: one.sawSolution,
        at: new Date(one.at).toISOString(),
        work: answerOf(lesson, one.passed ?? one.work),
      },
    ];
  });
  return {
    slip: 1,
    course: course.title,
    learner: learner.trim(),
    made: new Date(now).toISOString(),
    entries,
  };
}
