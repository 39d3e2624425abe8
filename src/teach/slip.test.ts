import { expect, test } from 'vitest';
import type { Lesson } from './lesson';
import { answerOf, checkSlip, readSlip, type Slip, type SlipEntry, slipText } from './slip';
import { LESSON } from './testing';

const RIGHT = LESSON.solutions[0]!.rule!;
const entry = (more: Partial<SlipEntry> = {}): SlipEntry => ({
  lesson: 'whoami',
  title: 'Who am I',
  passed: true,
  tries: 3,
  helped: 1,
  sawSolution: false,
  at: '2026-03-02T14:05:00Z',
  work: { rule: RIGHT },
  ...more,
});
const slip = (...entries: SlipEntry[]): Slip => ({
  slip: 1,
  course: 'A course',
  learner: 'Mara',
  made: '2026-03-03T08:00:00.000Z',
  entries,
});

test('a slip comes through JSON as it was', () => {
  const made = slip(entry({ sawSolution: true }), entry({ passed: false, work: {} }));
  expect(readSlip(JSON.parse(JSON.stringify(made)))).toEqual({ slip: made, problems: [] });
});

test.each<[string, object, string]>([
  ['another form', { slip: 2 }, 'slip'],
  ['a date that is none', { made: 'today' }, 'made'],
  ['a date without a zone', { made: '2026-03-02T14:05:00' }, 'made'],
  ['no lesson', { entries: [entry({ lesson: '' })] }, 'entries.0.lesson'],
  ['passed by a text', { entries: [{ ...entry(), passed: 'yes' }] }, 'entries.0.passed'],
  ['a solution shown by a number', { entries: [{ ...entry(), sawSolution: 1 }] }, 'entries.0.sawSolution'],
  ['tries below nothing', { entries: [entry({ tries: -1 })] }, 'entries.0.tries'],
  ['no work', { entries: [{ ...entry(), work: 'rule' }] }, 'entries.0.work'],
  ['no list', { entries: {} }, 'entries'],
])('%s is told', (_, change, path) => {
  const { slip: read, problems } = readSlip({ ...slip(entry()), ...change });
  expect([read, problems.map((problem) => problem.path.join('.'))]).toEqual([null, [path]]);
});

test.each<[string, SlipEntry[], verdicts: string[], passed: number, holds: boolean]>([
  ['a right work', [entry()], ['passes'], 1, true],
  ['the same lesson twice', [entry(), entry()], ['passes', 'passes'], 1, true],
  ['a typed claim', [entry({ work: { rule: LESSON.rule } })], ['does not hold'], 0, false],
  ['a claim without a work', [entry({ work: {} })], ['does not hold'], 0, false],
  ['honest', [entry({ passed: false, work: { rule: LESSON.rule } })], ['does not pass'], 0, true],
  ['modest', [entry({ passed: false })], ['passes'], 1, true],
  ['a lesson that is not there', [entry({ lesson: 'constructor' })], ['unknown lesson'], 0, false],
  ['such a lesson that is not passed', [entry({ lesson: 'x', passed: false })], ['unknown lesson'], 0, true],
])('%s', (_, entries, verdicts, passed, holds) => {
  const checked = checkSlip(slip(...entries), [LESSON]);
  expect(checked.entries.map(({ verdict }) => verdict)).toEqual(verdicts);
  expect([checked.passed, checked.holds]).toEqual([passed, holds]);
});

test.each<[Lesson['task'], string[]]>([
  ['rule', ['rule']],
  ['events', ['events']],
  ['tests', ['events', 'expected']],
])('the work of a task of %s is that part', (task, keys) => {
  const work = { rule: 'r', events: 'e', expected: [] };
  expect(Object.keys(answerOf({ ...LESSON, task } as Lesson, work))).toEqual(keys);
});

test('a slip reads well as a text', () => {
  const other = entry({
    lesson: 'tests',
    title: '',
    passed: false,
    tries: 1,
    helped: 0,
    sawSolution: true,
    work: { expected: ['match', null] },
  });
  expect(slipText(slip(entry({ work: { rule: 'title: T\n\na: b\n' } }), other))).toBe(`A course
Mara
2026-03-03: 1 of 2 lessons passed

1. Who am I: passed, 3 tries, 1 hint, 2026-03-02
    title: T

    a: b

2. tests: not passed, 1 try, solution shown, 2026-03-02
    match, -
`);
});
