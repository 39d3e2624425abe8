import { describe, expect, test } from 'vitest';
import type { Course, Slip } from '../../src/teach';
import { packLink } from '../state/share';
import { COURSE } from './lessons';
import { courseLink, courseLinkKind, openCourseLink, slipLink } from './links';

const [first, second] = COURSE.lessons;
const alone: Course = { title: first!.title, about: '', lessons: [first!] };
const SLIP: Slip = {
  slip: 1,
  course: COURSE.title,
  learner: 'Mara',
  made: '2026-03-03T08:00:00Z',
  entries: [],
};

describe('a link gives back what it was made of', () => {
  test.each<[string, Course]>([
    ['course', { title: 'Two', about: '', lessons: [first!, second!] }],
    ['course', COURSE],
    ['lesson', alone],
  ])('%s', async (kind, course) => {
    const made = await courseLink(course);
    expect(made.ok && courseLinkKind(made.hash)).toBe(kind);
    expect(made.ok && (await openCourseLink(made.hash))).toEqual({ ok: true, kind, course });
  });

  test('slip', async () => {
    const made = await slipLink(SLIP);
    expect(made.ok && courseLinkKind(made.hash)).toBe('slip');
    expect(made.ok && (await openCourseLink(made.hash))).toEqual({ ok: true, kind: 'slip', slip: SLIP });
  });
});

test('the whole course fits into a link', async () => {
  const made = await courseLink(COURSE);
  expect(made.ok && made.hash.length).toBeLessThan(200_000);
});

test.each<[string, string, unknown, string]>([
  ['no lesson', '#course=', { title: 'T', lessons: [] }, 'link-content'],
  ['no slip', '#slip=', { slip: 2 }, 'link-content'],
  ['a course as a slip', '#slip=', alone, 'link-content'],
  ['a list', '#lesson-file=', [], 'link-content'],
])('%s is refused', async (_, prefix, value, code) => {
  const made = await packLink(prefix, value);
  expect(made.ok && (await openCourseLink(made.hash))).toMatchObject({ ok: false, code });
});

test.each<[string, unknown, string]>([
  [
    '#course=',
    { title: 'T', extra: 1, lessons: [] },
    'it holds no lesson that can be read: There is no lesson',
  ],
  ['#lesson-file=', { ...first, title: '' }, 'it holds no lesson that can be read: title is empty'],
  ['#slip=', { ...SLIP, made: '' }, 'it holds no slip that can be read: made is empty'],
])('%s of %j says why', async (prefix, value, why) => {
  const made = await packLink(prefix, value);
  expect(made.ok && (await openCourseLink(made.hash))).toMatchObject({
    ok: false,
    code: 'link-content',
    why,
  });
});

test.each([
  ['#course=%%%', 'link-broken'],
  ['#lesson-file=', 'link-broken'],
  ['#v1=abc', 'link-version'],
])('%s is refused', async (hash, code) => {
  expect(await openCourseLink(hash)).toMatchObject({ ok: false, code });
});

test.each([['#lesson=one-field'], ['#v1=abc'], ['#ref=windash'], ['']])(
  '%s is no link of lessons',
  (hash) => {
    expect(courseLinkKind(hash)).toBeNull();
  },
);
