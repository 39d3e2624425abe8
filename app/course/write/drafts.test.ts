import { beforeEach, expect, test } from 'vitest';
import { notices } from '../../ui/notices';
import type { Drafted, DraftLesson } from './draft';
import { addDrafted, courseOf, drafts, moveDrafted, removeDrafted, setDraft, setDrafted } from './drafts';

const EMPTY: DraftLesson = {
  title: '',
  chapter: '',
  teaches: '',
  minutes: 0,
  text: '',
  goal: '',
  rule: '',
  events: [],
  settings: {},
  solutions: [],
  hints: [],
};
const titled = (title: string): Drafted => ({ kind: 'form', id: 'x', draft: { ...EMPTY, title } });
const ids = () => drafts.getState().course.lessons.map(({ id }) => id);

beforeEach(() => {
  setDraft({ title: '', about: '', lessons: [] }, 0);
  for (const title of ['a', 'b', 'c']) {
    addDrafted(titled(title));
    setDrafted(titled(title));
  }
});

test.each<[string, () => void, string[], number]>([
  ['three added, the last in the form', () => {}, ['a', 'b', 'c'], 2],
  ['up', () => moveDrafted(-1), ['a', 'c', 'b'], 1],
  ['up and down again', () => [moveDrafted(-1), moveDrafted(1)], ['a', 'b', 'c'], 2],
  ['down at the end', () => moveDrafted(1), ['a', 'b', 'c'], 2],
  ['the last removed', () => removeDrafted(), ['a', 'b'], 1],
  ['a title that another has', () => setDrafted(titled('A')), ['a', 'b', 'a-2'], 2],
])('%s', (_, act, expected, at) => {
  act();
  expect([ids(), drafts.getState().at]).toEqual([expected, at]);
});

test('what was removed comes back by its notice, at its place', () => {
  moveDrafted(-1);
  removeDrafted();
  notices.getState().at(-1)?.action?.run();
  expect([ids(), drafts.getState().at]).toEqual([['a', 'c', 'b'], 1]);
});

test.each([
  ['', ['a'], 'a'],
  ['', ['a', 'b'], 'Lessons'],
  ['Course', ['a'], 'Course'],
])('a course titled %j of %j is called %j', (title, lessons, called) => {
  expect(courseOf({ title, about: '', lessons: lessons.map(titled) }).title).toBe(called);
});
