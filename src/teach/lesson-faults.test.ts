import { expect, test } from 'vitest';
import type { Lesson } from './lesson';
import { lessonFaults } from './lesson-faults';
import { LESSON } from './testing';

const [right] = LESSON.solutions;
const wrong = { what: 'W', hint: { about: 'event 1' } };

test.each<[string, Partial<Lesson>, string[]]>([
  ['a good one', { wrong: [{ ...wrong, rule: LESSON.rule }] }, []],
  ['it passes as it begins', { rule: right!.rule! }, ['rule']],
  ['a solution fails', { solutions: [right!, { does: 'D', rule: LESSON.rule }] }, ['solutions.1']],
  ['a solution does not compile', { solutions: [{ does: 'D', rule: 'a: [' }] }, ['solutions.0']],
  ['a wrong answer passes', { wrong: [{ ...wrong, rule: right!.rule! }] }, ['wrong.0']],
])('%s', (_, change, paths) => {
  const faults = lessonFaults({ ...LESSON, ...change } as Lesson);
  expect(faults.map(({ path }) => path.join('.'))).toEqual(paths);
});
