import { afterEach, beforeEach, expect, test } from 'vitest';
import { expectedCorrelations } from '../results/expected-firings';
import { followExpectations } from '../results/follow-expectations';
import { NO_RESULTS } from '../results/outcome';
import { reduce } from '../results/reduce';
import { results } from '../results/results';
import { START } from '../results/run-state';
import { Recorder, whole } from '../results/testing';
import { readSettings, type Settings } from '../state/fields';
import { session } from '../state/session';
import { expectCount, expectNoFirings, expectOn, expectPresent, toggleFirings } from './expect-firings';

const FAILED = `title: Failed
name: failed
detection:
    selection:
        EventID: 4625
    condition: selection
`;
const many = (title: string, gte = 2) => `---
title: ${title}
correlation:
    type: event_count
    rules: [failed]
    group-by: [User]
    timespan: 1m
    condition:
        gte: ${gte}
`;
const RULE = FAILED + many('Many');
const line = (user: string, second: number) =>
  JSON.stringify({
    '@timestamp': `2026-11-20T08:00:${String(second).padStart(2, '0')}Z`,
    EventID: 4625,
    User: user,
  });
const EVENTS = [line('ana', 0), line('bob', 1), line('ana', 2), line('bob', 3)];
const PLAIN: Settings = { ignoreLogsource: true, placeholders: {} };

let end = () => {};
let state = START;
let recorder = new Recorder();
beforeEach(() => {
  state = START;
  recorder = new Recorder();
  results.setState(NO_RESULTS, true);
  session.setState({ rule: RULE, events: '', settings: PLAIN });
  end = followExpectations();
});
afterEach(() => end());

/** The texts change, and the engine answers. */
async function becomes(rule: string, events: readonly string[] = EVENTS): Promise<void> {
  session.setState({ rule, events: events.join('\n') });
  for (const message of whole(await recorder.asks(rule, events.join('\n'), { settings: PLAIN })))
    state = reduce(state, message);
  results.setState(state.shown, true);
}

/** `Many 2x 13 24`: what is expected of each correlation, with `!` where it is not met. */
const told = () =>
  expectedCorrelations(results.getState(), session.getState().settings.expectedFirings)
    .map(({ wanted, members, isMet }) => {
      const lists = members?.map((list) => list.map((event) => (event < 0 ? '?' : event + 1)).join('')) ?? [];
      return [wanted.of, `${wanted.count}x${isMet === false ? '!' : isMet ? '' : '…'}`, ...lists].join(' ');
    })
    .join(', ');

test.each<[string, () => void, string]>([
  ['as it fires now', () => expectPresent('Many'), 'Many 2x 13 24'],
  ['so often', () => expectCount('Many', 2), 'Many 2x'],
  ['more often', () => expectCount('Many', 3), 'Many 3x!'],
  ['not at all', () => toggleFirings('Many', false), 'Many 0x!'],
  ['not at all, and taken back', () => void [1, 2].map(() => toggleFirings('Many', false)), ''],
  ['on these', () => expectOn('Many', [0, 2]), 'Many 1x! 13'],
  ['of one that is not there', () => expectPresent('Other'), ''],
])('is expected to fire: %s', async (_, expects, expected) => {
  await becomes(RULE);
  expects();
  expect(told()).toBe(expected);
});

test.each<[string, string, string[], string]>([
  ['an event before', RULE, [line('eve', 5), ...EVENTS], 'Many 2x 24 35'],
  ['another order', RULE, [...EVENTS].reverse(), 'Many 2x 42 31'],
  ['an event that is edited', RULE, [line('ana', 4), ...EVENTS.slice(1)], 'Many 2x 13 24'],
  ['an event of another user', RULE, [line('eve', 4), ...EVENTS.slice(1)], 'Many 2x! 13 24'],
  ['an event taken out', RULE, EVENTS.slice(1), 'Many 2x! ?2 13'],
  ['one more in a firing', RULE, [...EVENTS, line('ana', 9)], 'Many 2x! 13 24'],
  ['another title', FAILED + many('Many of them'), EVENTS, 'Many of them 2x 13 24'],
  ['another threshold', FAILED + many('Many', 3), EVENTS, 'Many 2x! 13 24'],
  ['another correlation before it', FAILED + many('First') + many('Many'), EVENTS, 'Many 2x 13 24'],
  [
    'one that does not compile',
    FAILED + many('Many').replace('[failed]', '[nothing]'),
    EVENTS,
    'Many 2x! 13 24',
  ],
  ['none any more', FAILED, EVENTS, ''],
])('stays with its correlation and events: %s', async (_, rule, events, expected) => {
  await becomes(RULE);
  expectPresent('Many');
  await becomes(rule, events);
  expect(told()).toBe(expected);
  // Undone, all is as it was.
  await becomes(RULE);
  expect(told()).toBe('Many 2x 13 24');
});

test('of two correlations with one title, the first is meant', async () => {
  await becomes(RULE + many('Many', 3));
  expectCount('Many', 2);
  expect(told()).toBe('Many 2x');
  expectNoFirings('Many');
  expect(session.getState().settings).toEqual(PLAIN);
});

test('events with the same text are all the same', async () => {
  await becomes(RULE, [line('ana', 0), line('ana', 0)]);
  expectPresent('Many');
  expect(told()).toBe('Many 1x 11');
});

test('what is expected is read again as it was written', async () => {
  await becomes(RULE + many('Never', 9));
  expectPresent('Many');
  expectPresent('Never');
  const { settings } = session.getState();
  expect(settings.expectedFirings).toHaveLength(2);
  expect(readSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
});

const one = (more: object) => ({ of: 'Many', count: 1, members: [['ab1']], ...more });
test.each<[string, unknown, unknown]>([
  ['none', [], undefined],
  ['no list', { of: 'Many' }, undefined],
  ['no title', [one({ of: 3 })], undefined],
  ['no number', [one({ count: -1 })], undefined],
  ['more lists than firings', [one({ members: [['ab1'], ['ab2']] })], [one({ members: null })]],
  ['a list of nothing', [one({ members: [[]] })], [one({ members: null })]],
  ['what is no key', [one({ members: [['ab1', '<b>', 7]] })], [one({})]],
  ['one twice', [one({ count: 0 }), one({})], [one({})]],
  ['a name of an object’s own', [one({ of: '__proto__' })], [one({ of: '__proto__' })]],
])('from outside: %s', (_, expectedFirings, expected) => {
  expect(readSettings({ expectedFirings })?.expectedFirings).toEqual(expected);
});
