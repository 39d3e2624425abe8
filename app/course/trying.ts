import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Grade, LessonWork } from '../../src/teach';
import { learn } from '../state/learn';
import { type Session, session } from '../state/session';
import { askGrade } from './ask';
import { lessonNamed, type Placed } from './courses';
import { isBeginning, isSameWork, workIn } from './lesson-work';
import { progress, setProgress } from './progress';
import { gradeWords } from './words';

/*
 * Tries the work of the open lesson while it is edited. It is graded shortly after each change; a version that stands for a
 * moment counts as a try, and only then it is said to a screen reader.
 */

/** Milliseconds without a change until a work is graded, and until it counts as a try. */
const SOON = 250;
const MOMENT = 1500;

/** The last grade of the open lesson. */
export interface Tried {
  /** The lesson that it is of; empty where none is open. */
  readonly name: string;
  /** True from a change until its grade is there. */
  readonly isAwaited: boolean;
  /** Null until there is one. */
  readonly grade: Grade | null;
  /** The work that the grade is of. */
  readonly work: LessonWork | null;
  /** Why there is no grade, where that is so. */
  readonly why: string | null;
  /** What a screen reader is told. */
  readonly said: string;
}

const NOTHING: Tried = { name: '', isAwaited: false, grade: null, work: null, why: null, said: '' };

/** The last grade. Outside React, read it through `tried.getState()`. */
export const tried = createStore<Tried>(() => NOTHING);

tried.subscribe(({ name, grade }) => learn.setState({ passes: grade?.isPassed ? name : '' }));

/** The part of it that `select` returns; the component renders again when it changes. */
export function useTried<T>(select: (state: Tried) => T): T {
  return useStore(tried, select);
}

/** Grades the work of whichever lesson is open, from now on; gives the function that ends it. */
export function watchTries(): () => void {
  let soon = 0;
  let moment = 0;
  const look = (state: Session, before: Session | null) => {
    const placed = state.lesson === '' ? null : lessonNamed(state.lesson);
    const isOther = before === null || before.sheet !== state.sheet || before.lesson !== state.lesson;
    if (!isOther && !(placed && hasChanged(state, before))) return;
    clearTimeout(soon);
    clearTimeout(moment);
    if (isOther) tried.setState({ ...NOTHING, name: state.lesson }, true);
    if (!placed) return;
    tried.setState({ isAwaited: true });
    soon = window.setTimeout(
      async () => {
        const isLeft = await gradeNow(placed);
        // A lesson that has only been opened was not tried.
        if (isLeft && !isOther) moment = window.setTimeout(() => count(placed), MOMENT);
      },
      isOther ? 0 : SOON,
    );
  };
  const stop = session.subscribe(look);
  look(session.getState(), null);
  return () => {
    stop();
    clearTimeout(soon);
    clearTimeout(moment);
  };
}

function hasChanged(now: Session, before: Session): boolean {
  return (
    now.rule !== before.rule ||
    now.events !== before.events ||
    now.settings.expected !== before.settings.expected
  );
}

/** Grades the work as it is now; true where it is still to be counted as a try. */
async function gradeNow({ lesson, name }: Placed): Promise<boolean> {
  const { sheet } = session.getState();
  const work = workIn(session.getState(), lesson);
  const isWanted = () => {
    const now = session.getState();
    return now.sheet === sheet && now.lesson === name && isSameWork(lesson, work, workIn(now, lesson));
  };
  const asked = await askGrade(lesson, work, isWanted);
  if (asked === null || !isWanted()) return false;
  if ('why' in asked) {
    tried.setState({ isAwaited: false, grade: null, work, why: asked.why });
    return true;
  }
  tried.setState({ isAwaited: false, grade: asked.answer, work, why: null });
  // What passes need not stand for a moment.
  if (asked.answer.isPassed) count({ name, lesson });
  return !asked.answer.isPassed;
}

/** Counts the graded work as a try, and says what came of it. */
function count({ name, lesson }: Pick<Placed, 'name' | 'lesson'>): void {
  const { grade, work, why } = tried.getState();
  if (!work) return;
  tried.setState({ said: why ?? (grade ? gradeWords(lesson, grade) : '') });
  if (isBeginning(lesson, work)) return;
  const known = progress.getState().of.get(name);
  if (known && known.tries > 0 && isSameWork(lesson, known.work, work) && !(grade?.isPassed && !known.passed))
    return;
  const isPassed = grade?.isPassed === true;
  setProgress(name, {
    state: isPassed || known?.state === 'passed' ? 'passed' : 'tried',
    tries: (known?.tries ?? 0) + 1,
    helped: known?.helped ?? 0,
    sawSolution: known?.sawSolution ?? false,
    work,
    passed: isPassed ? work : (known?.passed ?? null),
    at: Date.now(),
  });
}
