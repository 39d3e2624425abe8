import { expect, test } from 'vitest';
import { LiveEngine, type LiveRedactAsk } from './live-engine';
import { rule } from './testing';

const MIRA = '{"k":"ok","User":"LAB\\\\mira"}';
const ASK: LiveRedactAsk = {
  rule: rule('works', 'ok'),
  events: MIRA,
  settings: { ignoreLogsource: false, placeholders: {} },
  off: [],
};
const always = async () => true;

test.each<[string, Partial<LiveRedactAsk>, string]>([
  ['replaces what names somebody', {}, '{"k":"ok","User":"D01\\\\user1"}'],
  ['keeps what the user keeps', { off: ['user mira'] }, '{"k":"ok","User":"D01\\\\mira"}'],
  [
    'runs rules with the values of placeholders',
    {
      rule: rule('works', 'ok').replace('k: ok', "User|expand: '%who%'"),
      settings: { ...ASK.settings, placeholders: { who: ['LAB\\mira'] } },
    },
    MIRA,
  ],
  [
    'runs rules with fields that the user mapped',
    {
      rule: rule('works', 'ok').replace('k: ok', 'Account|endswith: mira'),
      settings: { ...ASK.settings, mapping: { User: 'Account' } },
    },
    '{"k":"ok","User":"D01\\\\mira"}',
  ],
  [
    'reads events in the format that the user chose',
    { settings: { ...ASK.settings, format: 'plain lines' } },
    MIRA,
  ],
])('%s', async (_, more, expected) => {
  const made = await new LiveEngine(() => {}).redact([{ ...ASK, ...more }], always);
  expect(made?.[0]?.text).toBe(expected);
});

test('replaces without running the rule, whose findings it does not compare', async () => {
  const ask = { ...ASK, rule: rule('works', 'ok').replace('k: ok', "User|endswith: 'mira'") };
  const [checked] = (await new LiveEngine(() => {}).redact([ask], always)) ?? [];
  const [made] = (await new LiveEngine(() => {}).redact([{ ...ask, isUnchecked: true }], always)) ?? [];
  expect([checked?.text, checked?.checked.rules]).toEqual(['{"k":"ok","User":"D01\\\\mira"}', 1]);
  expect([made?.text, made?.checked.rules]).toEqual(['{"k":"ok","User":"D01\\\\user1"}', 0]);
  expect(made?.left.map(({ original, why }) => [original, why])).toEqual([['mira', 'rule']]);
});

test('lists what it replaced where it stands in the rule and in the settings', async () => {
  const settings = { ...ASK.settings, placeholders: { who: ['mira'] }, mapping: { LAB: 'x' } };
  const ask = { ...ASK, rule: `${ASK.rule}# mira\n`, settings };
  const [made] = (await new LiveEngine(() => {}).redact([ask], always)) ?? [];
  expect(made?.left.map(({ original, why, places }) => [original, why, places])).toEqual([
    ['mira', 'rule', 1],
    ['LAB', 'settings', 1],
    ['mira', 'settings', 1],
  ]);
});

test('stops where it is no longer wanted', async () => {
  let now = 0;
  const engine = new LiveEngine(
    () => {},
    () => (now += 100),
  );
  expect(await engine.redact([ASK], async () => false)).toBeNull();
  expect(await engine.redact([ASK], always)).not.toBeNull();
});

test('names the pattern that runs, for the watchdog', async () => {
  const patterns: string[] = [];
  const doing: string[] = [];
  const engine = new LiveEngine((message) => {
    if (message.kind === 'beacon') patterns.push(message.what);
    if (message.kind === 'doing') doing.push(message.doing);
  });
  const slow = rule('works', 'ok').replace('k: ok', "k|re: '(o+)+k(?=$)'");
  await engine.redact([{ ...ASK, rule: slow }], always);
  expect([patterns, new Set(doing)]).toEqual([['(o+)+k(?=$)'], new Set(['redact'])]);
});
