import { describe, expect, test } from 'vitest';
import { courseFile, grade, type Lesson, readCourseFile, readLesson, workOf } from '../../../src/teach';
import { LESSON, started } from '../../../src/teach/testing';
import { COURSE } from '../lessons/index';
import { type Drafted, type DraftLesson, draftedOf, idFor, lessonOf, readDraft, ruleBefore } from './draft';

const [SHOWN, ...HELD] = [started('C:\\a.exe'), started('D:\\a.exe'), started('D:\\b.exe')];
const DRAFT: DraftLesson = {
  title: 'Anywhere',
  chapter: '',
  teaches: 'Folders',
  minutes: 0,
  text: 'A *path*.',
  goal: 'Find event 1.',
  rule: LESSON.rule,
  events: [
    { text: SHOWN!, expected: 'match', isHeld: false, kind: '' },
    { text: HELD[0]!, expected: null, isHeld: true, kind: 'another folder' },
    { text: HELD[1]!, expected: 'no match', isHeld: true, kind: 'another program' },
  ],
  settings: {},
  solutions: [
    {
      rule: LESSON.rule.replace("Image: 'whoami.exe'", () => "Image|endswith: '\\a.exe'"),
      does: 'It looks at the end.',
    },
  ],
  hints: ['', ''],
};
const form = (draft: Partial<DraftLesson>): Drafted => ({
  kind: 'form',
  id: 'anywhere',
  draft: { ...DRAFT, ...draft },
});

test('what the form holds is a lesson that the engine grades', () => {
  const lesson = lessonOf(form({}));
  expect(readLesson(lesson)).toEqual({ lesson, problems: [] });
  expect(lesson.held.map(({ kind }) => kind)).toEqual(['another folder', 'another program']);
  expect(grade(lesson, workOf(lesson, {})).isPassed).toBe(false);
  expect(grade(lesson, workOf(lesson, lesson.solutions[0]!)).isPassed).toBe(true);
});

test.each<[string, Partial<DraftLesson>, string[]]>([
  ['no title', { title: '' }, ['title']],
  ['no kind', { events: DRAFT.events.map((one) => ({ ...one, kind: '' })) }, ['held.0.kind', 'held.1.kind']],
  ['no solution', { solutions: [] }, ['solutions']],
  [
    'nothing on screen',
    { events: DRAFT.events.map((one) => ({ ...one, isHeld: true, kind: 'k' })) },
    ['events', 'expected'],
  ],
  ['a link elsewhere', { text: '[x](https://a.example)' }, ['text']],
])('with %s it says so', (_, part, paths) => {
  const { problems } = readLesson(lessonOf(form(part)));
  expect(problems.map(({ path }) => path.join('.'))).toEqual(paths);
});

describe('from a file', () => {
  const simple: Lesson = { ...LESSON, wrong: [], held: LESSON.held.map(({ tip: _, ...one }) => one) };
  delete (simple as { starts?: unknown }).starts;

  test('a simple lesson comes into the form and out as it was', () => {
    const drafted = draftedOf(simple);
    expect(drafted.kind).toBe('form');
    expect(lessonOf(drafted)).toEqual(simple);
    const { course } = readCourseFile(courseFile({ title: 'C', about: '', lessons: [simple] }));
    expect(course?.lessons.map(draftedOf).map(lessonOf)).toEqual([simple]);
  });

  test('what the form cannot hold is not lost', () => {
    for (const lesson of COURSE.lessons) expect(lessonOf(draftedOf(lesson))).toEqual(lesson);
    expect(COURSE.lessons.length).toBeGreaterThan(10);
  });
});

test.each([
  ['Any Dash — will do!', [], 'any-dash-will-do'],
  ['Any dash', ['any-dash', 'any-dash-2'], 'any-dash-3'],
  ['…', [], 'lesson'],
  ['Größe', [], 'gro-e'],
  ['x'.repeat(90), [], 'x'.repeat(50)],
])('the id for %j beside %j', (title, others, id) => {
  expect(
    idFor(
      title,
      others.map((one) => ({ ...form({}), id: one })),
    ),
  ).toBe(id);
});

test.each([
  ['title: T\ndetection:\n    s: {a: b}\n', 'title: T\ndetection:'],
  ['', 'title: Your rule\nlogsource:'],
  ['detection: {}', 'title: Your rule\nlogsource:'],
])('the beginning before %j', (rule, start) => {
  expect(ruleBefore(rule).startsWith(start)).toBe(true);
  expect(ruleBefore(rule).match(/^detection:/gm)).toHaveLength(1);
});

test('a stored draft comes back, and a damaged one as far as it can be read', () => {
  expect(readDraft(JSON.parse(JSON.stringify(DRAFT)))).toEqual(DRAFT);
  expect(
    readDraft({ title: 1, events: [{ text: 'e', expected: 'maybe', isHeld: 'yes' }, 7], solutions: {} }),
  ).toEqual({
    ...DRAFT,
    title: '',
    teaches: '',
    text: '',
    goal: '',
    rule: '',
    events: [{ text: 'e', expected: null, isHeld: false, kind: '' }],
    solutions: [],
    hints: [],
  });
  expect(readDraft([])).toBeUndefined();
});
