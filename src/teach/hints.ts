import { prose, type Words } from '../text';
import { type Grade, type GradeOptions, gradeSteps, toEnd } from './grade';
import type { Hint, HintStep, Obstacle } from './hint';
import type { Lesson, LessonWork } from './lesson';
import { unlikeObstacle, writtenObstacle } from './of-events';
import { firingsObstacle, heldObstacle, problemObstacle, shownObstacle } from './of-rule';
import { uncaught, wrongExpectation } from './of-tests';
import { bestOf, type Scene, sceneOf } from './scene';

/** What is asked about a try. */
export interface TryAsk {
  readonly lesson: Lesson;
  readonly work: LessonWork;
  /** The step of help that is wanted with the grade; null if none is. */
  readonly step: HintStep | null;
}

/** What came of a try, with the help that was asked for; null if none was, or if nothing stands in the way. */
export interface Tried {
  readonly grade: Grade;
  readonly hint: Hint | null;
}

/** Grades a try, and helps if that is asked, in pieces: yields to let others run. */
export function* trySteps(
  { lesson, work, step }: TryAsk,
  options: GradeOptions = {},
): Generator<void, Tried> {
  const grade = yield* gradeSteps(lesson, work, options);
  if (grade.isPassed || step === null) return { grade, hint: null };
  const scene = sceneOf(lesson, work, grade, options);
  const obstacle = obstacleOf(scene, grade);
  if (!obstacle) return { grade, hint: null };
  const { about, event, places } = obstacle;
  const says = yield* wordsOf(scene, obstacle, step);
  return { grade, hint: { step, about, event, places, says } };
}

/**
 * What to say to someone who is stuck, made from the engine's explanation of what stands in the way now: where to look, then
 * why, then what to write. What is held back is told by its kind, without a value of it. Null if the work passes.
 */
export function hint(
  lesson: Lesson,
  work: LessonWork,
  step: HintStep,
  options: GradeOptions = {},
): Hint | null {
  return toEnd(trySteps({ lesson, work, step }, options)).hint;
}

function* wordsOf(scene: Scene, obstacle: Obstacle, step: HintStep): Generator<void, Words> {
  const { where, why, write, tries, tip, isGone = () => true } = obstacle;
  if (step === 1) return where();
  if (step === 2) return why();
  const best = tries ? yield* bestOf(scene, tries(), isGone) : null;
  if (best?.passes) return best.says;
  if (tip !== undefined) return prose(tip);
  const own = scene.lesson.hints?.at(-1);
  return best?.says ?? write?.() ?? (own === undefined ? GENERAL : prose(own));
}

const GENERAL = prose('Change one thing, and look at what Explain says of each event.');

/** What stands in the way first: a problem, then what is on screen, then what is held back. */
function obstacleOf(scene: Scene, { problem, shown, firings, held }: Grade): Obstacle | null {
  if (problem) return problemObstacle(scene, problem);
  const { lesson } = scene;
  const wrong = shown.find(({ isMet }) => !isMet);
  const at = held.findIndex(({ fault }) => fault !== null);
  switch (lesson.task) {
    case 'rule':
      if (wrong) return shownObstacle(scene, wrong);
      if (firings && !firings.isMet) return firingsObstacle(scene);
      return heldObstacle(scene, lesson.held[at]!, at);
    case 'events':
      return wrong ? writtenObstacle(scene, wrong) : unlikeObstacle(scene, lesson.held[at]!);
    case 'tests':
      return wrong ? wrongExpectation(scene, wrong) : uncaught(scene, lesson.held[at]!);
  }
}
