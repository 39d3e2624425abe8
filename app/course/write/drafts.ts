import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type Course, readLesson } from '../../../src/teach';
import { isObject, type Reader, readString } from '../../state/fields';
import { load, loadRaw, save } from '../../state/storage';
import { notify } from '../../ui/notices';
import { type DraftCourse, type Drafted, idFor, lessonOf, NO_DRAFT, readDraft } from './draft';

/*
 * What is being written, in the browser.
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

/** What is being written. Outside React, read it through `drafts.getState()`. */
export const drafts = createStore<Drafts>(found);

/** The part of it that `select` returns; the component renders again when it changes. */
export function useDrafts<T>(select: (state: Drafts) => T): T {
  return useStore(drafts, select);
}

/** Changes the course that is written, and keeps it in the browser. */
export function setDraft(course: DraftCourse, at = drafts.getState().at): void {
  const last = Math.max(0, course.lessons.length - 1);
  drafts.setState({ course, at: Math.min(at, last), isDamaged: false });
  if (save(KEY, course) === 'kept') return;
  notify({
    key: 'draft',
    text: 'This browser has no room for what you write. Save it as a file before you leave.',
    for: 12_000,
  });
}

/** Changes the lesson in the form. An id of its own follows the title. */
export function setDrafted(next: Drafted): void {
  const { course, at } = drafts.getState();
  const others = course.lessons.filter((_, i) => i !== at);
  const one = next.kind === 'form' ? { ...next, id: idFor(next.draft.title, others) } : next;
  setDraft({ ...course, lessons: course.lessons.map((old, i) => (i === at ? one : old)) });
}

/** Adds a lesson at the end, and shows it in the form. */
export function addDrafted(next: Drafted): void {
  const { course } = drafts.getState();
  setDraft({ ...course, lessons: [...course.lessons, next] }, course.lessons.length);
}

/** Moves the lesson in the form one place up or down. */
export function moveDrafted(step: 1 | -1): void {
  const { course, at } = drafts.getState();
  const to = at + step;
  const lessons = [...course.lessons];
  const [one] = lessons.splice(at, 1);
  if (!one || to < 0 || to > lessons.length) return;
  lessons.splice(to, 0, one);
  setDraft({ ...course, lessons }, to);
}

/** Takes the lesson in the form out; a notice brings it back. */
export function removeDrafted(): void {
  const { course, at } = drafts.getState();
  const one = course.lessons[at];
  if (!one) return;
  setDraft({ ...course, lessons: course.lessons.filter((_, i) => i !== at) });
  notify({
    key: 'draft',
    text: `“${lessonOf(one).title || 'The lesson'}” was removed.`,
    for: 12_000,
    action: { label: 'Undo', run: () => setDraft(course, at) },
  });
}

/** The course as learners get it. One lesson alone is a course of its own name. */
export function courseOf({ title, about, lessons }: DraftCourse): Course {
  const made = lessons.map(lessonOf);
  const [only, ...more] = made;
  return { title: title || (only && more.length === 0 ? only.title : 'Lessons'), about, lessons: made };
}
