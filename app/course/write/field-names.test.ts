import { expect, test } from 'vitest';
import { readLesson } from '../../../src/teach';
import { plain } from '../../../src/text';
import { fieldNames } from './field-names';

const event = (isHeld: boolean) => ({ text: '{"EventID": 1}', expected: 'match' as const, isHeld, kind: '' });
const LESSON = {
  id: 'a',
  title: 'A',
  text: 'A',
  goal: 'A',
  task: 'rule',
  rule: 'title: A',
  events: '{"EventID": 1}',
  expected: ['match'],
  held: [],
  solutions: [{ rule: 'title: A', does: 'It finds it.' }],
  wrong: [],
};

test.each([
  ['title', { title: '' }, 'The title is empty.'],
  ['goal', { goal: '' }, 'The goal is empty.'],
  ['text', { text: '' }, 'The text is empty.'],
  [
    'kind of the second event, the first that is held back',
    { held: [{ kind: '', text: '{"EventID": 1}', expected: 'match' }] },
    'The kind of event 2 is empty.',
  ],
  [
    'second solution',
    { solutions: [...LESSON.solutions, { rule: 'a', does: '' }] },
    'What solution 2 does is empty.',
  ],
  ['hint', { hints: [''] }, 'Hint 1 is empty.'],
])('a problem of the %s names it as the form does', (_, part, message) => {
  const { problems } = readLesson(
    { ...LESSON, ...part },
    fieldNames({ events: [event(false), event(true)] }),
  );
  expect(problems.map((one) => plain(one.message))).toContain(message);
});
