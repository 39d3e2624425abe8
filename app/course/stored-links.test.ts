import { expect, test } from 'vitest';
import { openerOf } from '../actions/short-links';
import { isExampleId } from '../examples';
import { entryNamed } from '../reference/entries';
import { decodeLink } from '../state/open-share';
import { encodeLink, isLink, type Shared } from '../state/share';
import { COURSE_LINKS, NAMED, WORK_LINKS, WORK_TEXTS } from '../state/stored-links.cases';
import { COURSE } from './lessons';
import { openCourseLink } from './links';

/*
 * Old links open for ever.
 */

test.each(WORK_LINKS)('a link of %s', async (_, hash, settings) => {
  const shared = { ...WORK_TEXTS, settings };
  expect(isLink(hash) && openerOf(hash) === null).toBe(true);
  expect(await decodeLink(hash)).toMatchObject({ ok: true, shared });
  // Settings beside it, too: none is dropped, none is added.
  const opened = await decodeLink(hash);
  expect(opened.ok && opened.shared.settings).toEqual(settings);
});

test('what the page writes today is such a link', async () => {
  const shared = { ...WORK_TEXTS, settings: WORK_LINKS[0]![2] } as Shared;
  const made = await encodeLink(shared);
  expect(made.ok && made.hash).toMatch(/^#v1=[\w-]+$/);
});

test.each(COURSE_LINKS)('a link of a %s', async (kind, hash, seen) => {
  expect(openerOf(hash)).not.toBeNull();
  expect(await openCourseLink(hash)).toMatchObject({ ok: true, kind, ...seen });
});

const lessons = new Set(COURSE.lessons.map(({ id }) => id));

test.each<[kind: keyof typeof NAMED, has: (name: string) => boolean]>([
  ['example', isExampleId],
  ['lesson', (name) => lessons.has(name)],
  ['ref', (name) => entryNamed(name) !== null],
  ['check', (name) => entryNamed(`check:${name}`) !== null],
])('what a link #%s= could name is still there', (kind, has) => {
  expect(openerOf(`#${kind}=${encodeURIComponent(NAMED[kind][0]!)}`)).not.toBeNull();
  expect(NAMED[kind].filter((name) => !has(name))).toEqual([]);
});
