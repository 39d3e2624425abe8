import { expect, test } from 'vitest';
import { slipBy, taught } from '../../../e2e/taught';
import type { Course } from '../../../src/teach';
import { coursesFor, versionsOf } from './graders';

const course = (title: string, ...lessons: Course['lessons']): Course => ({
  about: '',
  title,

  lessons,
});
const A = taught('a', 'A');
const REVISED = taught('a', 'A, revised');
const B = taught('b', 'B');
const BOTH = course('Both', A, B);
const ONE = course('One', A);
const LATER = course('Both', REVISED, B);
const OTHER = course('Other', taught('c', 'C'));

test.each([
  [
    'that with its title, of those that know as much',
    ['a', 'b'],
    'Both',
    [course('X', A, B), BOTH],
    ['Both', 'X'],
  ],
  ['those that know most', ['a', 'b'], 'One', [ONE, BOTH], ['Both', 'One']],
  ['none that knows nothing', ['a'], 'Other', [OTHER], []],
  ['a name that is no lesson', ['constructor'], 'Both', [BOTH], []],
])('a slip is graded by %s', (_, lessons, title, all, titles) => {
  const slip = slipBy('Ada', course(title), Object.fromEntries(lessons.map((id) => [id, ''])));
  expect(coursesFor(slip, all).map((one) => one.title)).toEqual(titles);
});

test.each([
  ['a revised lesson', 'a', [BOTH, LATER], [A, REVISED]],
  ['one that is the same in both', 'b', [BOTH, LATER], [B]],
  ['one that nobody knows', 'toString', [BOTH], []],
])('the versions of %s', (_, id, courses, versions) => {
  expect(versionsOf(id, courses)).toEqual(versions);
});
