import { expect, test } from 'vitest';
import { checkSlip, readSlip, workOf } from '../../../src/teach';
import { nameOf } from '../courses';
import { COURSE } from '../lessons/index';
import type { Progress } from '../progress';
import { slipOf } from './make-slip';

const NOW = Date.UTC(2026, 2, 2, 14, 5);

/** Each lesson passed by its first solution, but left with something else. */
const PASSED = new Map(
  COURSE.lessons.map((lesson): [string, Progress] => {
    const passed = workOf(lesson, lesson.solutions[0]!);
    return [
      nameOf('', lesson.id),
      { state: 'passed', tries: 2, helped: 1, sawSolution: false, work: workOf(lesson, {}), passed, at: NOW },
    ];
  }),
);

test('a slip of the whole course holds when it is graded again', () => {
  const slip = slipOf('', COURSE, PASSED, ' Ada ', NOW);
  expect(readSlip(JSON.parse(JSON.stringify(slip)))).toEqual({ slip, problems: [] });
  const checked = checkSlip(slip, COURSE.lessons);
  expect([slip.learner, checked.passed, checked.holds]).toEqual(['Ada', COURSE.lessons.length, true]);
});

test('one that is typed does not', () => {
  const [first] = COURSE.lessons;
  const typed: Progress = { ...PASSED.get(first!.id)!, passed: null, work: workOf(first!, {}) };
  const slip = slipOf('', COURSE, new Map([[first!.id, typed]]), '', NOW);
  const { entries, holds } = checkSlip(slip, COURSE.lessons);
  expect([entries.map(({ verdict }) => verdict), holds]).toEqual([['does not hold'], false]);
});

test('lessons that were not tried, and those of other courses, are not in it', () => {
  expect(slipOf('c1', COURSE, PASSED, '', NOW).entries).toEqual([]);
  expect(slipOf('', COURSE, new Map(), '', NOW).entries).toEqual([]);
});
