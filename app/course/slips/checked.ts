import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import {
  type CheckedEntry,
  type CheckedSlip,
  type Course,
  checkedEntry,
  checkedSlip,
  readSlip,
  type Slip,
  workOf,
} from '../../../src/teach';
import { askGrade } from '../ask';
import { courses } from '../courses';
import { openCourseLink } from '../links';

/*
 * Slips that were handed in. Each work is graded again in the engine's worker, one after the other.
 */

/** A slip that was opened. */
export interface Opened {
  readonly id: number;
  readonly slip: Slip;
  /** The course that it was checked by; null if none of its lessons is at hand. */
  readonly course: Course | null;
  /** Null until all of it is graded. */
  readonly checked: CheckedSlip | null;
  /** Why a work could not be graded, by lesson. */
  readonly why: ReadonlyMap<string, string>;
}

/** The slips that are open, the newest last. */
export const openedSlips = createStore<readonly Opened[]>(() => []);

/** The slips that are open; the component renders again when they change. */
export function useOpenedSlips(): readonly Opened[] {
  return useStore(openedSlips);
}

let last = 0;

/** Opens a slip and grades its works again. */
export function addSlip(slip: Slip): void {
  const id = ++last;
  const course = courseFor(slip);
  openedSlips.setState((all) => [...all, { id, slip, course, checked: null, why: new Map() }], true);
  void check(id, slip, course);
}

// A slip that came before its course is graded once that is there.
courses.subscribe(() => {
  for (const { id, slip, course } of openedSlips.getState()) {
    const found = course ? null : courseFor(slip);
    if (!found) continue;
    openedSlips.setState(
      (all) => all.map((one) => (one.id === id ? { ...one, course: found, checked: null } : one)),
      true,
    );
    void check(id, slip, found);
  }
});

/** Closes a slip. */
export function closeSlip(id: number): void {
  openedSlips.setState((all) => all.filter((one) => one.id !== id), true);
}

/** The course at hand that the slip is of: of those that know most of its lessons, the one with its title. */
export function courseFor({ course: title, entries }: Slip): Course | null {
  const known = [...courses.getState().values()].map((course) => {
    const ids = new Set(course.lessons.map(({ id }) => id));
    return { course, count: entries.filter(({ lesson }) => ids.has(lesson)).length };
  });
  const most = Math.max(0, ...known.map(({ count }) => count));
  if (most === 0) return null;
  const best = known.filter(({ count }) => count === most).map(({ course }) => course);
  return best.find((course) => course.title === title) ?? best[0] ?? null;
}

async function check(id: number, { entries }: Slip, course: Course | null): Promise<void> {
  const lessons = new Map(course?.lessons.map((lesson) => [lesson.id, lesson]));
  const isOpen = () => openedSlips.getState().some((one) => one.id === id);
  const checked: CheckedEntry[] = [];
  const why = new Map<string, string>();
  for (const entry of entries) {
    const lesson = lessons.get(entry.lesson);
    if (!lesson) {
      checked.push(checkedEntry(entry, null));
      continue;
    }
    const work = workOf(lesson, entry.work);
    const asked = await askGrade(lesson, work, isOpen);
    if (asked === null) return;
    if ('answer' in asked) checked.push(checkedEntry(entry, asked.answer));
    else {
      why.set(entry.lesson, asked.why);
      checked.push({ entry, verdict: entry.passed ? 'does not hold' : 'does not pass', grade: null });
    }
  }
  const sum = checkedSlip(checked);
  openedSlips.setState(
    (all) => all.map((one) => (one.id === id ? { ...one, checked: sum, why } : one)),
    true,
  );
}

/**
 * Reads a slip from a text: JSON as in a file, or whatever has a link of a slip in it. Gives why it cannot be read, as a
 * sentence.
 */
export async function slipIn(text: string): Promise<{ readonly slip: Slip } | { readonly why: string }> {
  const link = /#slip=[\w-]+/.exec(text)?.[0];
  if (link !== undefined) {
    const opened = await openCourseLink(link);
    if (!opened.ok) return { why: `The link cannot be opened: ${opened.why}.` };
    if (opened.kind === 'slip') return { slip: opened.slip };
  }
  try {
    const { slip } = readSlip(JSON.parse(text));
    if (slip) return { slip };
  } catch {
    // It is no JSON.
  }
  return { why: 'This is no slip: it needs the link in it, or the content of a slip’s file.' };
}
