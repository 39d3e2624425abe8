import type { EventSlice, SigmaEvent } from '../event';
import { Evaluator, explainWith, type Trace } from '../match';
import type { Plan } from '../rule';
import { applyEdits, asSentence, say, type Words } from '../text';
import { type Grade, type GradeOptions, gradeSteps } from './grade';
import type { Change } from './hint';
import { type Ready, ready, slicesOf } from './judge';
import type { Lesson, LessonWork } from './lesson';

/** A try that did not pass: what all hints are made from. */
export interface Scene {
  readonly lesson: Lesson;
  readonly work: LessonWork;
  readonly options: GradeOptions;
  readonly grade: Grade;
  /** The rule that the task is about, compiled. */
  readonly rule: Ready;
  /** The events on screen. */
  readonly slices: readonly EventSlice[];
}

/** Puts together what hints need. */
export function sceneOf(lesson: Lesson, work: LessonWork, grade: Grade, options: GradeOptions): Scene {
  const isOwn = lesson.task === 'rule';
  return {
    lesson,
    work,
    options,
    grade,
    rule: ready(isOwn ? work.rule : lesson.rule, lesson.settings, options.onPattern),
    slices: slicesOf(isOwn ? lesson.events : work.events, lesson.settings),
  };
}

/** How an event fares with the rule that comes nearest to it. */
export interface Explained {
  readonly plan: Plan;
  readonly trace: Trace;
  /** True if the rule alerts by itself. */
  readonly alerts: boolean;
}

/** The explanation of an event by the rule that matches it, or comes nearest; null if there is no rule. */
export function explained({ collection, match }: Ready, event: SigmaEvent): Explained | null {
  const all = collection.plans.map(({ plan, ownVerdict }) => ({
    plan,
    alerts: ownVerdict,
    trace: explainWith(new Evaluator(plan), event, match),
  }));
  const [first, ...rest] = all;
  if (!first) return null;
  return rest.reduce((best, one) => (rank(one) < rank(best) ? one : best), first);
}

/** Rules that match come first, then those of the right source with few reasons against them. */
function rank({ trace, alerts }: Explained): number {
  if (trace.verdict === 'match') return alerts ? -2 : -1;
  return (trace.verdict === 'not applicable' ? 1000 : 0) + trace.causes.length;
}

/** How much is not as it should be. */
export function unmet({ problem, shown, firings, held }: Grade): number {
  if (problem) return Infinity;
  const faults = held.filter(({ fault }) => fault !== null).length;
  return shown.filter(({ isMet }) => !isMet).length + faults + (firings && !firings.isMet ? 1 : 0);
}

/** A change that helps, and whether the lesson is passed with it. */
export interface Helps {
  readonly says: Words;
  readonly passes: boolean;
}

/**
 * True if a change is most of the way: nothing that was right gets wrong, more of what is held back is right, and less than
 * half of the faults stay. One that only names what is on screen, or lets in other events, leads astray.
 */
function isMostOfTheWay(before: Grade, after: Grade): boolean {
  const faults = (held: Grade['held']) => held.filter(({ fault }) => fault !== null).length;
  return (
    before.shown.every(({ isMet }, i) => !isMet || after.shown[i]?.isMet) &&
    before.held.every(({ fault }, i) => fault !== null || after.held[i]?.fault === null) &&
    (faults(before.held) === 0 || faults(after.held) < faults(before.held)) &&
    2 * unmet(after) < unmet(before)
  );
}

/**
 * The change that takes what stands in the way, and after which the least is wrong; null if none is a step to the solution.
 * Each is graded. In pieces.
 */
export function* bestOf(
  scene: Scene,
  changes: readonly Change[],
  isFixed: (grade: Grade) => boolean,
): Generator<void, Helps | null> {
  const { lesson, work, options, grade } = scene;
  let best: Change | null = null;
  let least = unmet(grade);
  const seen = new Set([work.rule]);
  for (const change of changes) {
    const rule = applyEdits(work.rule, change.edits);
    if (seen.has(rule)) continue;
    seen.add(rule);
    const tried = yield* gradeSteps(lesson, { ...work, rule }, options);
    const left = unmet(tried);
    if (left < least && isFixed(tried) && isMostOfTheWay(grade, tried)) [best, least] = [change, left];
    if (least === 0) break;
    yield;
  }
  return best && { says: asSentence(best.title), passes: least === 0 };
}

/** `Event 2`, as people count. */
export function eventName(event: number): Words {
  return say`Event ${event + 1}`;
}
