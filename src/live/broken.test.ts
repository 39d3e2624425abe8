import { expect, test } from 'vitest';
import type { AuthorAsk } from '../authoring';
import { COUNT, FAILS, Person, text } from './testing';

const RULES = text(FAILS, COUNT);
/** Fires on the three failures of ann; with `ok` in the rule, on an event more. */
const ask: AuthorAsk = {
  kind: 'broken',
  changes: ['ok', 'fail*'].map((value) => {
    const start = RULES.indexOf('fail}');
    return [{ range: { start, end: start + 4 }, text: `[fail, ${value}]` }];
  }),
  wanted: [{ document: 1, count: 1, members: [[0, 1, 3]] }],
  twins: [],
};

/** Somebody whose clock always finds that a turn is over. */
function person() {
  let now = 0;
  return new Person(() => (now += 100)).asks(RULES);
}

test('which tests of correlations changes break is told for the text and the events of the last run', async () => {
  expect(await (await person()).writes(ask)).toEqual({ kind: 'broken', documents: [[1], []] });
});

test('what is not wanted any more is not tried further', async () => {
  const { engine, messages } = await person();
  let turns = 0;
  await engine.author(ask, async () => ++turns < 3);
  expect(turns).toBe(3);
  expect(messages.at(-1)).toMatchObject({ kind: 'authored', answer: { kind: 'refused' } });
});
