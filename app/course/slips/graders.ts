import type { Course, Lesson, Slip } from '../../../src/teach';

/*
 * What a slip is graded by. A teacher may have revised a lesson since a learner took it: both versions can be at hand.
 */

/** The courses that know any lesson of a slip: those that know most first, and of these the ones with its title. */
export function coursesFor({ course: title, entries }: Slip, all: Iterable<Course>): readonly Course[] {
  const wanted = new Set(entries.map(({ lesson }) => lesson));
  return [...all]
    .map((course) => ({ course, known: course.lessons.filter(({ id }) => wanted.has(id)).length }))
    .filter(({ known }) => known > 0)
    .sort((a, b) => b.known - a.known || Number(b.course.title === title) - Number(a.course.title === title))
    .map(({ course }) => course);
}

/** The versions of a lesson in these courses, in their order; equal ones once. */
export function versionsOf(id: string, courses: readonly Course[]): readonly Lesson[] {
  const found = courses.flatMap(({ lessons }) => lessons.find((lesson) => lesson.id === id) ?? []);
  const texts = found.map((lesson) => JSON.stringify(lesson));
  return found.filter((_, i) => texts.indexOf(texts[i]!) === i);
}
