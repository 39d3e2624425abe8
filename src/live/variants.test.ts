import { expect, test } from 'vitest';
import { ruleOf } from '../testing/oracle/check';
import { LiveEngine } from './live-engine';
import type { LiveMessage } from './messages';

const SETTINGS = { ignoreLogsource: false, placeholders: {} };
const EVENTS = ['{"CommandLine":"whoami /all"}', '{"CommandLine":"ipconfig"}', '{'].join('\n');

/** An engine after a run, with what it posts from then on; its clock always finds that a turn is over. */
async function afterRun(rule: string) {
  const messages: LiveMessage[] = [];
  let now = 0;
  const engine = new LiveEngine(
    (message) => messages.push(message),
    () => (now += 100),
  );
  await engine.run(rule, EVENTS, SETTINGS, { event: 0, visible: null }, async () => true);
  expect(messages.some((m) => m.kind === 'variants')).toBe(false);
  messages.length = 0;
  return { engine, messages };
}

test('variants are posted only when asked for, and for a match only there are any', async () => {
  const { engine, messages } = await afterRun(ruleOf("CommandLine|contains: ' /all'"));
  for (const event of [0, 1, 2]) await engine.vary(event, async () => true);
  const posted = messages.map((m) => (m.kind === 'variants' ? [m.event, m.variants !== null] : m.kind));
  expect(posted).toEqual([
    [0, true],
    [1, false],
    [2, false],
  ]);
});

test.each<[string, string, boolean]>([
  ['a match with a command line', '{"CommandLine":"whoami /all"}', true],
  ['a match without one', '{"Image":"whoami /all"}', false],
  ['a miss with one', '{"CommandLine":"ipconfig"}', false],
  ['not a text', '{"CommandLine":[" /all"]}', false],
])('an explanation says whether there is a command line to vary: %s', async (_, events, isVaried) => {
  const messages: LiveMessage[] = [];
  const rule = 'title: T\ndetection:\n    s:\n        - "* /all*"\n    condition: s\n';
  const engine = new LiveEngine((message) => messages.push(message));
  await engine.run(rule, events, SETTINGS, { event: 0, visible: null }, async () => true);
  expect(messages.findLast(({ kind }) => kind === 'trace')).toMatchObject({ isVaried });
});

test('one that is not wanted any more stops without a word', async () => {
  const { engine, messages } = await afterRun(ruleOf("CommandLine|contains: ' /all'"));
  let asked = 0;
  await engine.vary(0, async () => ++asked < 3);
  expect(asked).toBe(3);
  expect(messages).toEqual([]);
});

test('of a rule that does not compile none are posted', async () => {
  const { engine, messages } = await afterRun(ruleOf("CommandLine|nonsense: 'x'"));
  await engine.vary(0, async () => true);
  expect(messages).toEqual([]);
});
