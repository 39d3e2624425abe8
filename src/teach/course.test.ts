import { expect, test } from 'vitest';
import { courseFile, readCourse, readCourseFile } from './course';
import { LESSON } from './testing';

const OTHER = { ...LESSON, id: 'other', title: 'Another' };
const COURSE = { title: 'Mine', about: 'Two lessons.', lessons: [LESSON, OTHER] };

test.each([
  ['two lessons', COURSE],
  ['one lesson', { title: LESSON.title, about: '', lessons: [LESSON] }],
  ['one lesson in a course', { ...COURSE, lessons: [LESSON] }],
])('%s come back from a file, in YAML and in JSON', (_, course) => {
  expect(readCourseFile(courseFile(course))).toEqual({ course, problems: [] });
  expect(readCourseFile(JSON.stringify(course))).toEqual({ course, problems: [] });
  expect(readCourse(JSON.parse(JSON.stringify(course)))).toEqual({ course, problems: [] });
});

test('a file is written as a person would write it', () => {
  const text = courseFile({ title: LESSON.title, about: '', lessons: [LESSON] });
  expect(text).toMatch(/^id: whoami$/m);
  expect(text).toContain('rule: |\n  title: T\n  logsource:\n');
});

const file = (change: (text: string) => string) => change(courseFile(COURSE));
test.each<[string, string, code: string, at: string]>([
  ['nothing', '', 'lesson-yaml', ''],
  ['no YAML', 'a: [', 'lesson-yaml', ''],
  ['a text', 'hello', 'lesson-type', 'h'],
  ['no lessons', 'title: T\nlessons: []\n', 'lesson-missing', '[]'],
  [
    'two lessons of one name',
    file((text) => text.replace('id: other', 'id: whoami')),
    'lesson-same',
    'whoami',
  ],
  ['a task that is none', file((text) => text.replace('task: rule', 'task: essay')), 'lesson-kind', 'essay'],
  ['a verdict that is none', file((text) => text.replace('- no match', '- never')), 'lesson-kind', 'never'],
])('%s: the problem has its place', (_, text, code, at) => {
  const { course, problems } = readCourseFile(text);
  expect(course).toBeNull();
  expect(problems.map((problem) => problem.code)).toEqual([code]);
  const { start, end } = problems[0]!.range;
  expect(text.slice(start, end).startsWith(at)).toBe(true);
});
