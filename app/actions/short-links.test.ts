import { expect, test } from 'vitest';
import { closeLearn, learn } from '../state/learn';
import { session } from '../state/session';
import { notices } from '../ui/notices';
import { closeReference, isReferenceOpen } from './reference';
import { openerOf, shortLink } from './short-links';

test.each([
  ['#ref=windash', true],
  [shortLink('ref', 'logsource:windows / security'), true],
  ['#ref=%', true],
  [shortLink('check', 'unc-backslash'), true],
  ['#v1=abc', false],
  ['#constructor=a', false],
  ['#other=a', false],
  ['', false],
])('%s', async (hash, opens) => {
  closeReference();
  const open = openerOf(hash);
  await open?.();
  expect([open !== null, isReferenceOpen()]).toEqual([opens, opens]);
});

test.each(['lesson', 'course', 'lesson-file', 'slip'])('#%s= is handed to the course', async (kind) => {
  const value = 'a'.repeat(5000);
  await openerOf(`#${kind}=${value}`)?.();
  expect(learn.getState().link).toEqual({ kind, value });
  closeLearn();
});

test.each(['#lesson=', '#ref=', '#example='])('%s is told to be empty', async (hash) => {
  notices.setState([], true);
  closeReference();
  await openerOf(hash)!();
  expect([learn.getState().link, isReferenceOpen()]).toEqual([null, false]);
  expect(notices.getState().map(({ text }) => text)).toEqual([
    `This link cannot be opened: nothing stands behind “${hash}”. Your work is unchanged.`,
  ]);
  notices.setState([], true);
});

test.each(['#example=no-such-thing', shortLink('example', 'no-such-thing')])(
  '%s is a link to an example, and one that leads nowhere changes nothing',
  async (hash) => {
    const before = session.getState();
    await openerOf(hash)!();
    expect(session.getState()).toBe(before);
    expect(notices.getState().map(({ text }) => text)).toEqual([
      'There is no example “no-such-thing”. Your work is unchanged.',
    ]);
  },
);
