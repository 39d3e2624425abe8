import { expect, test } from 'vitest';
import { LESSON } from '../../../src/teach/testing';
import { courses, DRAFT } from '../courses';
import { addDrafted, nameDraft, removeDrafted } from './drafts';
import { followDrafts } from './try-draft';

test('what is written is among the courses at once, without being tried', () => {
  followDrafts();
  const titles = () =>
    courses
      .getState()
      .get(DRAFT)
      ?.lessons.map(({ title }) => title);
  expect(titles()).toBeUndefined();
  addDrafted({ kind: 'file', id: LESSON.id, lesson: LESSON });
  expect(titles()).toEqual([LESSON.title]);
  nameDraft({ title: 'Mine' });
  expect(courses.getState().get(DRAFT)?.title).toBe('Mine');
  removeDrafted();
  expect(titles()).toBeUndefined();
});
