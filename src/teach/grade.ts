import { LESSONS } from '../limits';
import type { PatternListener } from '../rule';
import { type Range, say, type Words } from '../text';
import { judgeSteps, type Ready, ready, slicesOf } from './judge';
import type { EventsLesson, Lesson, LessonWork, RuleLesson, TestsLesson, Wanted } from './lesson';

/** What is wanted of an event on screen, and what came of it. */
export interface ShownResult {
  /** Its place in the text. */
  readonly event: number;
  readonly expected: Wanted;
  /** Null if there is no such event, or it cannot be read. */
  readonly found: Wanted | null;
  /** True if there is no such event. */
  readonly isMissing: boolean;
  readonly isMet: boolean;
}

/** What came of something that is held back. It says nothing of its text. */
export interface HeldResult {
  readonly kind: string;
  /** `missed`: it must be found and is not. `found`: it must not be found. `unlike`: it must be, or be caught, otherwise. */
  readonly fault: 'missed' | 'found' | 'unlike' | null;
}

/** Why a work cannot be graded. */
export interface GradeProblem {
  readonly code: string;
  readonly says: Words;
  /** In the rule's text; null if it is not about a place. */
  readonly range: Range | null;
}

/** What came of a try. */
export interface Grade {
  readonly isPassed: boolean;
  /** What keeps the rule from running. The results are then empty. */
  readonly problem: GradeProblem | null;
  readonly shown: readonly ShownResult[];
  /** How often correlations fire on the events on screen, where the lesson asks for it. */
  readonly firings: { readonly expected: number; readonly found: number; readonly isMet: boolean } | null;
  readonly held: readonly HeldResult[];
}

export interface GradeOptions {
  /** Called before a pattern runs that may take long. */
  readonly onPattern?: PatternListener;
}

/** `grade` in pieces: yields to let others run. */
export function* gradeSteps(
  lesson: Lesson,
  work: LessonWork,
  { onPattern }: GradeOptions = {},
): Generator<void, Grade> {
  const isOwnRule = lesson.task === 'rule';
  const compiled = ready(isOwnRule ? work.rule : lesson.rule, lesson.settings, onPattern);
  const problem = problemOf(lesson, work, compiled);
  if (problem) return { isPassed: false, problem, shown: [], firings: null, held: [] };
  yield;
  const results = yield* resultsOf(lesson, work, compiled, onPattern);
  const { shown, firings, held } = results;
  const isPassed =
    shown.every(({ isMet }) => isMet) &&
    (firings?.isMet ?? true) &&
    held.every(({ fault }) => fault === null);
  return { isPassed, problem: null, ...results };
}

/**
 * Grades a try by verdicts, never by its text. For each event on screen, whether it is found as wanted; of what is held
 * back only its kind. Never throws.
 */
export function grade(lesson: Lesson, work: LessonWork, options: GradeOptions = {}): Grade {
  return toEnd(gradeSteps(lesson, work, options));
}

/** Runs all steps. */
export function toEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function problemOf(lesson: Lesson, work: LessonWork, { error, collection }: Ready): GradeProblem | null {
  if (error) return { code: error.code, says: error.message, range: error.range };
  if (collection.plans.length + collection.correlations.length === 0)
    return { code: 'lesson-no-rule', says: say`There is no rule.`, range: null };
  if (lesson.task === 'rule') return null;
  const count = slicesOf(work.events, lesson.settings).length;
  if (count <= LESSONS.events.value) return null;
  const most = LESSONS.events.value.toLocaleString('en');
  return {
    code: 'lesson-too-many-events',
    says: say`There are more than ${most} events. A lesson needs only a few.`,
    range: null,
  };
}

type Results = Pick<Grade, 'shown' | 'firings' | 'held'>;

function* resultsOf(
  lesson: Lesson,
  work: LessonWork,
  compiled: Ready,
  onPattern: PatternListener | undefined,
): Generator<void, Results> {
  switch (lesson.task) {
    case 'rule':
      return yield* ofRule(lesson, compiled);
    case 'events':
      return yield* ofEvents(lesson, work, compiled, onPattern);
    case 'tests':
      return yield* ofTests(lesson, work, compiled, onPattern);
  }
}

function* ofRule(lesson: RuleLesson, compiled: Ready): Generator<void, Results> {
  const { expected, fires, settings } = lesson;
  const judged = yield* judgeSteps(compiled, slicesOf(lesson.events, settings));
  const firings =
    fires === undefined ? null : { expected: fires, found: judged.firings, isMet: judged.firings === fires };
  const held: HeldResult[] = [];
  for (const one of lesson.held) {
    const found = yield* judgeSteps(compiled, slicesOf(one.text, settings));
    const isFound = found.verdicts.includes('match');
    const isOften = one.fires === undefined || found.firings === one.fires;
    const wanted = one.expected === 'match';
    const fault =
      isFound !== wanted ? (wanted ? 'missed' : 'found') : isOften ? null : wanted ? 'unlike' : 'found';
    held.push({ kind: one.kind, fault });
  }
  return { shown: shownOf(expected, judged.verdicts), firings, held };
}

function* ofEvents(
  lesson: EventsLesson,
  work: LessonWork,
  compiled: Ready,
  onPattern: PatternListener | undefined,
): Generator<void, Results> {
  const { settings, expected } = lesson;
  const slices = slicesOf(work.events, settings);
  const { verdicts } = yield* judgeSteps(compiled, slices);
  const held: HeldResult[] = [];
  for (const one of lesson.held) {
    const other = yield* judgeSteps(ready(one.rule, settings, onPattern), slices);
    const isLike = shownOf(one.expected, other.verdicts).every(({ isMet }) => isMet);
    held.push({ kind: one.kind, fault: isLike ? null : 'unlike' });
  }
  return { shown: shownOf(expected, verdicts), firings: null, held };
}

function* ofTests(
  lesson: TestsLesson,
  work: LessonWork,
  compiled: Ready,
  onPattern: PatternListener | undefined,
): Generator<void, Results> {
  const { settings } = lesson;
  const slices = slicesOf(work.events, settings);
  const expected = work.expected.slice(0, slices.length);
  const { verdicts } = yield* judgeSteps(compiled, slices);
  const held: HeldResult[] = [];
  for (const { kind, rule } of lesson.held) {
    const faulty = yield* judgeSteps(ready(rule, settings, onPattern), slices);
    const isCaught = shownOf(expected, faulty.verdicts).some(({ isMet }) => !isMet);
    held.push({ kind, fault: isCaught ? null : 'unlike' });
  }
  return { shown: shownOf(expected, verdicts), firings: null, held };
}

function shownOf(expected: readonly (Wanted | null)[], verdicts: readonly (Wanted | null)[]): ShownResult[] {
  return expected.flatMap((wanted, event) => {
    if (wanted === null) return [];
    const found = verdicts[event] ?? null;
    return { event, expected: wanted, found, isMissing: event >= verdicts.length, isMet: found === wanted };
  });
}
