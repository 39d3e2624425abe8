import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type Course, type Lesson, readCourse } from '../../src/teach';
import { fingerprint } from '../examples/fingerprint';
import type { Reader } from '../state/fields';
import { session } from '../state/session';
import { forget, keysFrom, load, type Shelf, save } from '../state/storage';
import { notify } from '../ui/notices';
import { COURSE } from './lessons/index';

/*
 * The courses that are at hand, each under a key. A lesson's name is its id, behind the key of its course if that is not
 * ours: it stands in the session and in what is kept.
 */

/** The key of the course of the playground. */
export const OWN = '';
/** The key of what is being written on this page. */
export const DRAFT = 'draft';

const PART = 'course.';
const SHELVES: readonly Shelf[] = ['browser', 'tab'];

const readTaken: Reader<Course> = (value) => readCourse(value).course ?? undefined;

/**
 * The courses of others: those that the browser has kept, and those that this tab has taken but not begun. One that cannot
 * be read is left out, and stays there.
 */
function taken(): [string, Course][] {
  return SHELVES.flatMap((shelf) =>
    keysFrom(PART, shelf).flatMap((stored): [string, Course][] => {
      const course = load(stored, readTaken, shelf);
      return course ? [[stored.slice(PART.length), course]] : [];
    }),
  );
}

/** The courses, by key: ours first. Outside React, read them through `courses.getState()`. */
export const courses = createStore<ReadonlyMap<string, Course>>(() => new Map([[OWN, COURSE], ...taken()]));

/** The courses; the component renders again when they change. */
export function useCourses(): ReadonlyMap<string, Course> {
  return useStore(courses);
}

/** A lesson in its course. */
export interface Placed {
  readonly name: string;
  /** Of its course. */
  readonly key: string;
  readonly course: Course;
  readonly lesson: Lesson;
  /** Its place in the course, from 0. */
  readonly at: number;
}

/** What a lesson is called in the session and in what is kept. */
export function nameOf(key: string, id: string): string {
  return key === OWN ? id : `${key}.${id}`;
}

/** The lesson of this name; null if its course is not at hand. */
export function lessonNamed(name: string): Placed | null {
  const dot = name.indexOf('.');
  const key = dot < 0 ? OWN : name.slice(0, dot);
  const id = name.slice(dot + 1);
  const course = courses.getState().get(key);
  const at = course?.lessons.findIndex((one) => one.id === id) ?? -1;
  const lesson = course?.lessons[at];
  return course && lesson ? { name, key, course, lesson, at } : null;
}

/** The lesson so many places further in its course; null if there is none. */
export function beside({ key, course, at }: Placed, step: 1 | -1): Placed | null {
  const lesson = course.lessons[at + step];
  return lesson ? lessonNamed(nameOf(key, lesson.id)) : null;
}

/** The lesson of this name, for a component. */
export function useLesson(name: string): Placed | null {
  useCourses();
  return lessonNamed(name);
}

/**
 * Takes a course of somebody else for this tab, and gives its key: the same for the same course. The browser keeps it once
 * a lesson of it is begun, for a link that somebody only looks at is to leave nothing behind.
 */
export function takeCourse(course: Course): string {
  const key = `c${fingerprint(JSON.stringify(course))}`;
  if (courses.getState().has(key)) return key;
  courses.setState(new Map(courses.getState()).set(key, course), true);
  save(PART + key, course, 'tab');
  return key;
}

/** Keeps the course of this key in the browser, if it is somebody else's and not kept yet. */
export function keepCourse(key: string): void {
  const course = courses.getState().get(key);
  if (!course || key === OWN || key === DRAFT || keysFrom(PART + key, 'browser').length > 0) return;
  if (save(PART + key, course) === 'kept') forget(PART + key, 'tab');
  else
    notify({
      key: 'course',
      text: 'This browser has no room for the course: it is here until you close the tab. Keep its link or file.',
      for: 12_000,
    });
}

/** Removes a course of somebody else; a notice brings it back. */
export function removeCourse(key: string): void {
  const course = courses.getState().get(key);
  if (!course || key === OWN || key === DRAFT) return;
  const left = new Map(courses.getState());
  left.delete(key);
  courses.setState(left, true);
  const wasKept = keysFrom(PART + key, 'browser').length > 0;
  for (const shelf of SHELVES) forget(PART + key, shelf);
  notify({
    key: 'course',
    text: `“${course.title}” was removed. Your progress in it is kept.`,
    for: 12_000,
    action: {
      label: 'Undo',
      run: () => {
        takeCourse(course);
        if (wasKept) keepCourse(key);
      },
    },
  });
}

/** The key of the course that the list shows: at first that of the open lesson. */
export const shownCourse = createStore<{ readonly key: string }>(() => ({
  key: lessonNamed(session.getState().lesson)?.key ?? OWN,
}));

/** The key of the course that the list shows, for a component. */
export function useShownCourse(): string {
  return useStore(shownCourse).key;
}
