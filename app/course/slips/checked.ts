import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import {
  type CheckedEntry,
  type CheckedSlip,
  type Course,
  checkedEntry,
  checkedSlip,
  type Lesson,
  readSlip,
  type Slip,
  workOf,
} from '../../../src/teach';
import { askGrade } from '../ask';
import { courses } from '../courses';
import { openCourseLink } from '../links';
import { coursesFor, versionsOf } from './graders';

/*
 * Slips that were handed in. Each work is graded again in the engine's worker, one after the other.
 */

/** A slip that was opened. */
export interface Opened {
  readonly id: number;
  readonly slip: Slip;
  /** The course that knows it best; null if none of its lessons is at hand. */
  readonly course: Course | null;
  /** The version by which a work was graded, by lesson. */
  readonly by: ReadonlyMap<string, Lesson>;
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
  const [course = null] = courseList(slip);
  openedSlips.setState(
    (all) => [...all, { id, slip, course, checked: null, why: new Map(), by: new Map() }],
    true,
  );
  void check(id, slip);
}

// A slip is graded once its course is there, and once more by each version of its lessons that comes.
courses.subscribe(() => {
  for (const { id, slip, course, checked } of openedSlips.getState()) {
    const [found = null] = courseList(slip);
    if (!found || (course && checked?.holds)) continue;
    openedSlips.setState(
      (all) => all.map((one) => (one.id === id ? { ...one, course: found, checked: null } : one)),
      true,
    );
    void check(id, slip);
  }
});

/** Closes a slip. */
export function closeSlip(id: number): void {
  openedSlips.setState((all) => all.filter((one) => one.id !== id), true);
}

function courseList(slip: Slip): readonly Course[] {
  return coursesFor(slip, courses.getState().values());
}

/** Grades each work by the versions of its lesson until one lets it pass. */
async function check(id: number, slip: Slip): Promise<void> {
  const all = courses.getState();
  const list = courseList(slip);
  const isWanted = () => courses.getState() === all && openedSlips.getState().some((one) => one.id === id);
  const checked: CheckedEntry[] = [];
  const why = new Map<string, string>();
  const by = new Map<string, Lesson>();
  for (const entry of slip.entries) {
    const versions = versionsOf(entry.lesson, list);
    let best: CheckedEntry = checkedEntry(entry, null);
    for (const lesson of versions) {
      const asked = await askGrade(lesson, workOf(lesson, entry.work), isWanted);
      if (asked === null) return;
      const isFirst = lesson === versions[0];
      if ('answer' in asked) {
        const graded = checkedEntry(entry, asked.answer);
        if (!isFirst && graded.verdict !== 'passes') continue;
        best = graded;
      } else if (isFirst) {
        why.set(entry.lesson, asked.why);
        best = { entry, verdict: entry.passed ? 'does not hold' : 'does not pass', grade: null };
      } else continue;
      by.set(entry.lesson, lesson);
      if (best.verdict === 'passes') break;
    }
    if (best.verdict === 'passes') why.delete(entry.lesson);
    checked.push(best);
  }
  if (!isWanted()) return;
  const sum = checkedSlip(checked);
  openedSlips.setState(
    (all) => all.map((one) => (one.id === id ? { ...one, checked: sum, why, by } : one)),
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
    if (!opened.ok) return { why: `The link cannot be opened: ${opened.why}. ${opened.todo}` };
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
