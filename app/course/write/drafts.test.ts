import { beforeEach, describe, expect, test, vi } from 'vitest';
import { notices } from '../../ui/notices';
import type { Drafted, DraftLesson } from './draft';
import {
  addDrafted,
  courseOf,
  drafts,
  moveDrafted,
  nameDraft,
  refreshDrafts,
  removeDrafted,
  setDraft,
  setDrafted,
} from './drafts';

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
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
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

test('lessons with an id that is taken get another', () => {
  addDrafted({ ...titled('A'), id: 'a' }, { ...titled('A'), id: 'a' }, { ...titled('new'), id: 'new' });
  expect([ids(), drafts.getState().at]).toEqual([['a', 'b', 'c', 'a-2', 'a-3', 'new'], 3]);
});

describe('beside another tab', () => {
  /** The same modules once more, with the storage of this browser. */
  const otherTab = async () => {
    vi.resetModules();
    return await import('./drafts');
  };
  type Tab = Awaited<ReturnType<typeof otherTab>>;

  test.each<[string, (other: Tab) => void, () => void, string[], string]>([
    ['a lesson that it adds stays', (t) => t.addDrafted(titled('d')), edit, ['a', 'b', 'new', 'x'], 'new'],
    ['one that it removes is gone', (t) => t.removeDrafted(), edit, ['b', 'new'], 'new'],
    ['the form keeps its lesson', (t) => t.moveDrafted(1), refreshDrafts, ['b', 'a', 'c'], 'c'],
    ['one more is added to its', (t) => t.addDrafted(titled('d')), add, ['a', 'b', 'c', 'x', 'e'], 'e'],
    ['a title keeps its lesson', (t) => t.addDrafted(titled('d')), name, ['a', 'b', 'c', 'x'], 'c'],
    ['an order keeps its lesson', (t) => t.addDrafted(titled('d')), up, ['a', 'c', 'b', 'x'], 'c'],
    ['the last one removed', (t) => [1, 2, 3].map(t.removeDrafted), refreshDrafts, [], ''],
  ])('%s', async (_, there, here, expected, inForm) => {
    const other = await otherTab();
    there(other);
    here();
    const { course, at } = drafts.getState();
    expect([ids(), course.lessons[at]?.id ?? '']).toEqual([expected, inForm]);
    other.refreshDrafts();
    expect(other.drafts.getState().course).toEqual(course);
  });

  test('what was removed comes back beside what it has added since', async () => {
    removeDrafted();
    (await otherTab()).addDrafted(titled('d'));
    notices.getState().at(-1)?.action?.run();
    expect(ids()).toEqual(['a', 'b', 'c', 'x']);
  });

  function edit() {
    setDrafted(titled('new'));
  }
  function add() {
    addDrafted({ ...titled('e'), id: 'e' });
  }
  function name() {
    nameDraft({ title: 'Course' });
  }
  function up() {
    moveDrafted(-1);
  }
});

test.each([
  ['', ['a'], 'a'],
  ['', ['a', 'b'], 'Lessons'],
  ['Course', ['a'], 'Course'],
])('a course titled %j of %j is called %j', (title, lessons, called) => {
  expect(courseOf({ title, about: '', lessons: lessons.map(titled) }).title).toBe(called);
});
