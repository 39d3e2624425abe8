import { beforeAll, expect, test } from 'vitest';
import { feed } from './feed';
import type { Results } from './outcome';
import { beginning, type RecordedRun, Recorder, whole } from './testing';

const RULE = 'title: T\nlogsource: {product: test}\ndetection:\n    s: {k: a}\n    condition: s\n';
let run: RecordedRun;

beforeAll(async () => {
  run = await new Recorder().asks(RULE, '{"k":"a"}');
});

/** What is published, and a way to wait for the next time. */
function listener() {
  const shown: Results[] = [];
  let next = () => {};
  const publish = (results: Results) => {
    shown.push(results);
    next();
  };
  const again = () =>
    new Promise<void>((resolve) => {
      next = resolve;
    });
  return { shown, publish, again };
}

test('messages that come together are published as one change', async () => {
  const { shown, publish, again } = listener();
  const take = feed(publish);
  const [typed, ...others] = whole(run);
  take(typed!);
  const published = again();
  for (const message of others) take(message);
  expect(shown).toHaveLength(1);
  await published;
  expect(shown).toHaveLength(2);
  expect(shown[1]).toMatchObject({ running: false, settled: true, outcome: { rule: RULE, total: 1 } });
});

test('how the text has changed is known at once', () => {
  const { shown, publish } = listener();
  const take = feed(publish);
  take({ kind: 'typed', rule: 'a' });
  take({ kind: 'typed', rule: 'ab' });
  expect(shown.map(({ ruleChanges }) => ruleChanges.length)).toEqual([1, 1]);
});

test('a run without marks is shown after a while', async () => {
  const { shown, publish, again } = listener();
  const take = feed(publish);
  for (const message of beginning(run)) take(message);
  for (const message of run.told.slice(0, 2)) take(message);
  // First that something newer was asked.
  while (!shown.at(-1)?.running) await again();
  expect(shown.filter(({ awaited }) => awaited)).toHaveLength(1);
  expect(shown.at(-1)).toMatchObject({
    running: true,
    awaited: false,
    outcome: { rule: RULE, marks: new Map() },
  });
});
