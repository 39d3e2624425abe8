import { expect, test } from 'vitest';
import { compileCollection } from '../rule';
import { applyEdits } from '../text';
import { BROKEN, EVENTS, FAILS, question, rule, settings, TEXT, WatchedLog } from './testing';

const ANY_SOURCE = { settings: { ...settings, ignoreLogsource: true } };
const FAIL_ONLY = rule('a: {k: fail}\n    condition: a');

async function logOf(text: string, asked: string): Promise<WatchedLog> {
  const watched = await WatchedLog.of(text);
  watched.log.ask(question(asked, ANY_SOURCE));
  return watched.settle();
}

const failing = EVENTS.flatMap((text, i) =>
  i % 40 !== 7 && JSON.parse(text).k === 'fail' ? [JSON.parse(text)] : [],
);

test('the noise is that of all events that match, over all pieces', async () => {
  const watched = await logOf(TEXT, FAIL_ONLY);
  const noise = (await watched.log.noise())!;
  expect(noise.matches).toBe(failing.length);
  expect(noise.selections).toEqual([{ name: 'a', count: failing.length }]);
  expect(noise.fields.find(({ field }) => field === 'k')?.values).toEqual([
    { value: 'fail', count: failing.length },
  ]);
  expect(noise.hours.reduce((sum, { count }) => sum + count, 0)).toBe(failing.length);
  expect(noise.hours.map(({ hour }) => hour)).toEqual([Math.floor(1_700_000_000 / 3600)]);
});

test('a filter is tried on all of them; its edits are those of the rule in force', async () => {
  const watched = await logOf(TEXT, FAIL_ONLY);
  const tried = await watched.log.leaveOut([{ field: 'u', value: 'ANN' }]);
  if (!tried || 'refused' in tried) throw new Error('refused');
  const after = failing.filter(({ u }) => u !== 'ann').length;
  expect(tried).toMatchObject({ filter: 'filter_known', rule: FAIL_ONLY, before: failing.length, after });
  const changed = applyEdits(tried.rule, tried.edits);
  expect(compileCollection(changed).plans).toHaveLength(1);
  watched.log.ask(question(changed, ANY_SOURCE));
  await watched.settle();
  expect(watched.state.tally[1]).toBe(after);
});

test('the last good rule stays in force; without any there is no noise', async () => {
  const watched = await logOf(TEXT, FAILS);
  const noise = await watched.log.noise();
  watched.log.ask(question(BROKEN, ANY_SOURCE));
  expect(await watched.log.noise()).toEqual(noise);
  const none = await WatchedLog.of(TEXT);
  await none.settle();
  expect(await none.log.noise()).toBeNull();
  expect(await none.log.leaveOut([{ field: 'u', value: 'ann' }])).toBeNull();
});

test('a rule that changes meanwhile has no noise of the old one', async () => {
  const watched = await logOf(TEXT, FAIL_ONLY);
  let asked = 0;
  watched.between = () => {
    if (asked++ === 0) watched.log.ask(question(FAILS, ANY_SOURCE));
  };
  expect(await watched.log.noise()).toBeNull();
});

test('a detection in braces is refused, with why', async () => {
  const watched = await logOf(
    TEXT,
    'title: A\nlogsource: {product: test}\ndetection: {a: {k: fail}, condition: a}\n',
  );
  expect(await watched.log.leaveOut([{ field: 'u', value: 'ann' }])).toHaveProperty('refused');
});
