import { describe, expect, test } from 'vitest';
import { readLesson } from './read-lesson';
import { LESSON } from './testing';

/** The lesson as JSON gives it, with changes; `undefined` takes a key away. */
const changed = (change: object) => JSON.parse(JSON.stringify({ ...LESSON, ...change })) as unknown;

const BASE = { id: 'a', title: 'A', text: 'T', goal: 'G', rule: 'r', events: '{"a":1}', expected: [] };
const SOLUTIONS = [{ does: 'D', expected: ['match'] }];

test('a lesson comes through JSON as it was', () => {
  expect(readLesson(changed({}))).toEqual({ lesson: LESSON, problems: [] });
});

describe('a lesson of each task', () => {
  test.each([
    ['events', { expected: ['match'], held: [{ kind: 'k', rule: 'r', expected: [null, 'match'] }] }],
    ['tests', { expected: [null], held: [{ kind: 'k', rule: 'r', tip: 't' }] }],
  ])('%s', (task, more) => {
    const lesson = { ...BASE, chapter: '', teaches: '', task, ...more, solutions: SOLUTIONS, wrong: [] };
    expect(readLesson(lesson)).toEqual({ lesson, problems: [] });
  });
});

test.each<[string, object, [code: string, path: string][]]>([
  ['no title', { title: undefined }, [['lesson-missing', 'title']]],
  ['an empty title', { title: ' ' }, [['lesson-missing', 'title']]],
  ['a title that is a number', { title: 1 }, [['lesson-type', 'title']]],
  ['an id with capitals', { id: 'A_b' }, [['lesson-kind', 'id']]],
  ['a task that is none', { task: 'essay' }, [['lesson-kind', 'task']]],
  ['no task', { task: undefined }, [['lesson-missing', 'task']]],
  ['a verdict that is none', { expected: ['match', 'maybe'] }, [['lesson-kind', 'expected.1']]],
  ['more expected than events', { expected: ['match', null, 'match'] }, [['lesson-events', 'expected']]],
  ['nothing expected', { expected: [null] }, [['lesson-missing', 'expected']]],
  [
    'no events',
    { events: '', starts: undefined },
    [
      ['lesson-events', 'events'],
      ['lesson-events', 'expected'],
    ],
  ],
  ['minutes by the half', { minutes: 1.5 }, [['lesson-type', 'minutes']]],
  ['no solution', { solutions: [] }, [['lesson-missing', 'solutions']]],
  ['a solution of nothing', { solutions: [{ does: 'x' }] }, [['lesson-answer', 'solutions.0']]],
  ['what is held is no list', { held: { kind: 'k' } }, [['lesson-type', 'held']]],
  [
    'an event that is held back without its verdict',
    { held: [{ kind: 'k', text: '{"a":1}' }] },
    [['lesson-missing', 'held.0.expected']],
  ],
  [
    'a text without events',
    { held: [{ kind: 'k', text: '[]', expected: 'match' }] },
    [['lesson-events', 'held.0.text']],
  ],
  [
    'a start that is not there',
    { starts: { in: 'rule', select: 'zzz' } },
    [['lesson-start', 'starts.select']],
  ],
  ['a link elsewhere', { text: '[x](https://a.example)' }, [['lesson-link', 'text']]],
  ['a link of a script', { text: '[x](javascript:alert(1))' }, [['lesson-link', 'text']]],
  ['a format that is none', { settings: { format: 'binary' } }, [['lesson-kind', 'settings.format']]],
  [
    'a yes that is a text',
    { settings: { ignoreLogsource: 'yes' } },
    [['lesson-type', 'settings.ignoreLogsource']],
  ],
  ['a text that is too long', { goal: 'x'.repeat(100_001) }, [['lesson-too-large', 'goal']]],
  ['a hint of nothing', { hints: [''] }, [['lesson-missing', 'hints.0']]],
])('%s', (_, change, expected) => {
  const { lesson, problems } = readLesson(changed(change));
  expect(problems.map(({ code, path }) => [code, path.join('.')])).toEqual(expected);
  expect(lesson).toBeNull();
});

test.each([['text'], [1], [null], [[]]])('%s is no lesson', (value) => {
  const { lesson, problems } = readLesson(value);
  expect([lesson, problems.map(({ code }) => code)]).toEqual([null, ['lesson-type']]);
});

test('a key that is not known is told and does no harm, whatever it is called', () => {
  const value = JSON.parse(
    JSON.stringify(LESSON).replace(/^\{/, '{"__proto__":{"title":"x"},"constructor":1,"hlep":2,'),
  );
  const { lesson, problems } = readLesson(value);
  expect(lesson).toEqual(LESSON);
  expect(problems.map(({ severity, path }) => [severity, path.join('.')])).toEqual([
    ['warning', '__proto__'],
    ['warning', 'constructor'],
    ['warning', 'hlep'],
  ]);
});
