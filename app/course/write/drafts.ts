import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type Course, readLesson } from '../../../src/teach';
import { isObject, type Reader, readString } from '../../state/fields';
import { load, loadRaw, save } from '../../state/storage';
import { notify } from '../../ui/notices';
import { type DraftCourse, type Drafted, idFor, lessonOf, NO_DRAFT, readDraft, withId } from './draft';

/*
 * What is being written, in the browser. Another tab may write there too: each change is made to what is stored by then.
 */

const KEY = 'course-draft';

interface Drafts {
  readonly course: DraftCourse;
  /** The place of the lesson in the form. */
  readonly at: number;
  /** What was stored and cannot be read. */
  readonly isDamaged: boolean;
}

const readDrafted: Reader<Drafted> = (value) => {
  if (!isObject(value)) return undefined;
  const id = readString(value.id);
  if (id === undefined) return undefined;
  const lesson = value.kind === 'file' ? readLesson(value.lesson).lesson : null;
  if (lesson) return { kind: 'file', id, lesson };
  const draft = value.kind === 'form' ? readDraft(value.draft) : undefined;
  return draft && { kind: 'form', id, draft };
};

const readCourseDraft: Reader<DraftCourse> = (value) =>
  isObject(value) && Array.isArray(value.lessons)
    ? {
        title: readString(value.title) ?? '',
        about: readString(value.about) ?? '',
        lessons: value.lessons.flatMap((one: unknown) => readDrafted(one) ?? []),
      }
    : undefined;

function found(): Drafts {
  const course = load(KEY, readCourseDraft);
  return { course: course ?? NO_DRAFT, at: 0, isDamaged: !course && loadRaw(KEY, 'browser') !== null };
}

/** What this tab last found or left in the browser. */
let known = loadRaw(KEY, 'browser');

/** What is being written. Outside React, read it through `drafts.getState()`. */
export const drafts = createStore<Drafts>(found);

/** The part of it that `select` returns; the component renders again when it changes. */
export function useDrafts<T>(select: (state: Drafts) => T): T {
  return useStore(drafts, select);
}

/** Takes over what another tab has written since; the form keeps its lesson. */
export function refreshDrafts(): void {
  const raw = loadRaw(KEY, 'browser');
  if (raw === null || raw === known) return;
  known = raw;
  const course = load(KEY, readCourseDraft);
  if (!course) return;
  const { course: before, at } = drafts.getState();
  const id = before.lessons[at]?.id;
  const same = course.lessons.findIndex((one) => one.id === id);
  const last = Math.max(0, course.lessons.length - 1);
  drafts.setState({ course, at: same < 0 ? Math.min(at, last) : same, isDamaged: false });
}

/** Changes the course that is written, and keeps it in the browser. */
export function setDraft(course: DraftCourse, at = drafts.getState().at): void {
  const last = Math.max(0, course.lessons.length - 1);
  drafts.setState({ course, at: Math.min(at, last), isDamaged: false });
  const kept = save(KEY, course);
  known = loadRaw(KEY, 'browser');
  if (kept === 'kept') return;
  notify({
    key: 'draft',
    text: 'This browser has no room for what you write. Save it as a file before you leave.',
    for: 12_000,
  });
}

/** The course as it is by now. */
function latest(): Drafts {
  refreshDrafts();
  return drafts.getState();
}

/** Changes what is said of the course. */
export function nameDraft(part: Partial<Pick<DraftCourse, 'title' | 'about'>>): void {
  setDraft({ ...latest().course, ...part });
}

/** Changes the lesson in the form. An id of its own follows the title. */
export function setDrafted(next: Drafted): void {
  const { course, at } = latest();
  const others = course.lessons.filter((_, i) => i !== at);
  const one = next.kind === 'form' ? withId(next, idFor(next.draft.title, others)) : next;
  setDraft({ ...course, lessons: course.lessons.map((old, i) => (i === at ? one : old)) });
}

/** Adds lessons at the end, and shows the first of them in the form. One whose id is taken gets another. */
export function addDrafted(...added: readonly Drafted[]): void {
  const { course } = latest();
  const lessons = [...course.lessons];
  for (const one of added) lessons.push(apart(one, lessons));
  setDraft({ ...course, lessons }, course.lessons.length);
}

/** A lesson with an id that none of the others has. */
function apart(one: Drafted, others: readonly Drafted[]): Drafted {
  const isTaken = others.some(({ id }) => id === one.id);
  return isTaken ? withId(one, idFor(lessonOf(one).title, others)) : one;
}

/** Moves the lesson in the form one place up or down. */
export function moveDrafted(step: 1 | -1): void {
  const { course, at } = latest();
  const to = at + step;
  const lessons = [...course.lessons];
  const [one] = lessons.splice(at, 1);
  if (!one || to < 0 || to > lessons.length) return;
  lessons.splice(to, 0, one);
  setDraft({ ...course, lessons }, to);
}

/** Takes the lesson in the form out; a notice brings it back. */
export function removeDrafted(): void {
  const { course, at } = latest();
  const one = course.lessons[at];
  if (!one) return;
  setDraft({ ...course, lessons: course.lessons.filter((_, i) => i !== at) });
  const undo = () => {
    const { course: now } = latest();
    const lessons = [...now.lessons];
    lessons.splice(at, 0, apart(one, now.lessons));
    setDraft({ ...now, lessons }, at);
  };
  notify({
    key: 'draft',
    text: `“${lessonOf(one).title || 'The lesson'}” was removed.`,
    for: 12_000,
    action: { label: 'Undo', run: undo },
  });
}

/** The course as learners get it. One lesson alone is a course of its own name. */
export function courseOf({ title, about, lessons }: DraftCourse): Course {
  const made = lessons.map(lessonOf);
  const [only, ...more] = made;
  return { title: title || (only && more.length === 0 ? only.title : 'Lessons'), about, lessons: made };
}
