import { type Lesson, readLesson } from '../../../src/teach';
import { notify } from '../../ui/notices';
import { courses, DRAFT, nameOf } from '../courses';
import { closeLesson, openLesson } from '../enter';
import { forgetProgress } from '../progress';
import { courseOf, drafts } from './drafts';

/** Opens a lesson that is written as a learner would meet it: from its beginning. */
export function tryDraft(lesson: Lesson): void {
  if (readLesson(lesson).lesson === null) {
    notify({ key: 'draft', text: 'This lesson cannot be tried yet: see its checks.', for: 8000 });
    return;
  }
  const name = nameOf(DRAFT, lesson.id);
  closeLesson(name);
  forgetProgress([name]);
  openLesson(name);
}

/** From now on what is written is among the courses at hand, as it is. */
export function followDrafts(): void {
  offerDraft();
  drafts.subscribe(({ course }, before) => {
    if (course !== before.course) offerDraft();
  });
}

/** Puts what is written among the courses at hand, or takes it out where nothing is. */
function offerDraft(): void {
  const { course } = drafts.getState();
  const all = new Map(courses.getState());
  if (course.lessons.length === 0) all.delete(DRAFT);
  else all.set(DRAFT, courseOf(course));
  courses.setState(all, true);
}
