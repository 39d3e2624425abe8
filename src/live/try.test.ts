import { expect, test } from 'vitest';
import type { Lesson } from '../teach';
import { plain } from '../text';
import { LiveEngine } from './live-engine';
import type { LiveMessage } from './messages';
import { rule } from './testing';

const LESSON: Lesson = {
  id: 'k',
  title: 'K',
  chapter: '',
  teaches: '',
  text: '',
  task: 'rule',
  goal: 'Find it.',
  rule: rule('works', 'no'),
  events: '{"k":"ok"}\n{"k":"fail"}',
  expected: ['match', 'no match'],
  held: [{ kind: 'capitals', text: '{"k":"OK"}', expected: 'match' }],
  solutions: [],
  wrong: [],
};
const RIGHT = { ...LESSON, rule: rule('works', 'ok') };
const always = async () => true;

test('a try is graded, whatever was run before, and helped if that is asked', async () => {
  const engine = new LiveEngine(() => {});
  const right = await engine.try({ lesson: LESSON, work: RIGHT, step: 1 }, always);
  expect([right?.grade.isPassed, right?.hint]).toEqual([true, null]);
  const wrong = await engine.try({ lesson: LESSON, work: LESSON, step: null }, always);
  expect([wrong?.grade.isPassed, wrong?.hint]).toEqual([false, null]);
  const helped = await engine.try({ lesson: LESSON, work: LESSON, step: 2 }, always);
  expect(helped?.hint?.about).toBe('event 1');
  expect(plain(helped!.hint!.says)).toContain('`ok`');
});

test('a try is given up once it is no longer wanted', async () => {
  // A clock on which each look takes long.
  let now = 0;
  const engine = new LiveEngine(
    () => {},
    () => (now += 100),
  );
  const ask = { lesson: LESSON, work: LESSON, step: 3 } as const;
  expect(await engine.try(ask, async () => false)).toBeNull();
  expect(await engine.try(ask, always)).not.toBeNull();
});

test('a pattern that may hang is told, as work of a lesson, at each try', async () => {
  const told: string[] = [];
  const engine = new LiveEngine((message: LiveMessage) => {
    if (message.kind === 'beacon') told.push(message.what);
    if (message.kind === 'doing') told.push(message.doing);
  });
  const work = { ...LESSON, rule: rule('works', 'ok').replace('k: ok', "k|re: '(o+)+k(?=$)'") };
  await engine.try({ lesson: LESSON, work, step: null }, always);
  expect(new Set(told)).toEqual(new Set(['teach', '(o+)+k(?=$)']));
  told.length = 0;
  await engine.try({ lesson: LESSON, work, step: null }, always);
  expect(told).toContain('(o+)+k(?=$)');
});
