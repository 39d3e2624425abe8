import { expect, test } from 'vitest';
import { comparedTests } from './compared-tests';
import { type ExpectedEvent, eventKey, eventKeys, expectedEvents } from './expectations';
import type { ExpectedCorrelation } from './expected-firings';
import { expectedCorrelations } from './expected-firings';
import { reduce } from './reduce';
import { START } from './run-state';
import { Recorder, SETTINGS, whole } from './testing';

const RULE = (value: string, gte: number) => `title: Failed
name: failed
detection:
    selection:
        A: ${value}
    condition: selection
---
title: Many
correlation:
    type: event_count
    rules: [failed]
    timespan: 1m
    condition:
        gte: ${gte}
`;
const LINES = ['x', 'x', 'y'].map((A, i) => JSON.stringify({ '@timestamp': `2026-11-20T08:00:0${i}Z`, A }));
const KEYS = LINES.map(eventKey);

/** `1:pinned-current`: whether each version meets each test. */
async function compared(pinned: string, rule: string): Promise<string> {
  let state = START;
  const settings = { ...SETTINGS, ignoreLogsource: true, pinned };
  for (const message of whole(await new Recorder().asks(rule, LINES.join('\n'), { settings })))
    state = reduce(state, message);
  const { outcome } = state.shown;
  const expected = { [KEYS[0]!]: 'match', [KEYS[2]!]: 'no match' } as const;
  const firings = [{ of: 'Many', count: 1, members: [[KEYS[0]!, KEYS[1]!]] }];
  const events: readonly ExpectedEvent[] = expectedEvents(outcome, expected);
  const correlations: readonly ExpectedCorrelation[] = expectedCorrelations(state.shown, firings);
  return comparedTests(outcome.compared!, events, correlations, eventKeys(outcome)!)
    .map((one) => `${one.of}:${one.pinned ? '+' : '-'}${one.current ? '+' : '-'}`)
    .join(' ');
}

test.each([
  ['the same', RULE('x', 2), RULE('x', 2), '0:++ 2:++ Many:++'],
  ['events and the correlation', RULE('y', 2), RULE('x', 2), '0:-+ 2:-+ Many:-+'],
  ['the correlation alone', RULE('x', 2), RULE('x', 3), '0:++ 2:++ Many:+-'],
  ['one with other members', RULE("['x', 'y']", 2), RULE('x', 2), '0:++ 2:-+ Many:-+'],
  ['one that the pinned text has not', RULE('x', 2).split('---')[0]!, RULE('x', 2), '0:++ 2:++ Many:-+'],
])('which tests two versions meet: %s', async (_, pinned, rule, expected) => {
  expect(await compared(pinned, rule)).toBe(expected);
});
