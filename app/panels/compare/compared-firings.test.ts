import { expect, test } from 'vitest';
import { reduce } from '../../results/reduce';
import { START, type State } from '../../results/run-state';
import { beginning, Recorder, SETTINGS, whole } from '../../results/testing';
import { comparedFirings } from './compared-firings';
import { firingCounts } from './words';

const FAILED = `title: Failed
name: failed
detection:
    selection:
        EventID: 4625
    condition: selection
`;
const many = (title: string, gte: number, field = 'User') => `---
title: ${title}
correlation:
    type: event_count
    rules: [failed]
    group-by: [${field}]
    timespan: 1m
    condition:
        gte: ${gte}
`;
const line = (second: number, User: string, Host: string, EventID = 4625) =>
  JSON.stringify({ '@timestamp': `2026-11-20T08:00:0${second}Z`, EventID, User, Host });
/** Of user a: 1, 2, 4; of host x: 1, 2, 3. */
const EVENTS = [line(0, 'a', 'x'), line(1, 'a', 'x'), line(2, 'b', 'x'), line(3, 'a', 'y')].join('\n');

/** `Many 1>0`: how often each correlation fires in the pinned and in the current version, where that differs. */
function told({ shown: { outcome } }: State): string {
  return comparedFirings(outcome.compared!, outcome.together)
    .map((one) => `${one.title} ${firingCounts(one).join('>')}`)
    .join(' ');
}

const settings = (pinned: string) => ({ ...SETTINGS, ignoreLogsource: true, pinned });

const ONE = FAILED + many('Many', 3);
test.each<[string, string, string, string]>([
  ['the same text', ONE, ONE, ''],
  ['a higher threshold', ONE, FAILED + many('Many', 4), 'Many 1>0'],
  ['a lower one', FAILED + many('Many', 4), ONE, 'Many 0>1'],
  ['the rule behind it', ONE, ONE.replace('4625', '4624'), 'Many 1>0'],
  ['other events', ONE, FAILED + many('Many', 3, 'Host'), 'Many 1>1, on other events'],
  ['one of two', ONE + many('Other', 3), FAILED + many('Other', 3) + many('Many', 9), 'Many 1>0'],
  ['a new one', ONE, ONE + many('Never', 9), 'Never not run>0'],
  ['one taken out', ONE + many('Never', 9), ONE, 'Never 0>not run'],
  ['the only one taken out', ONE, FAILED, 'Many 1>not run'],
  ['one that no longer compiles', ONE, ONE.replace('[failed]', '[nothing]'), 'Many 1>not run'],
  ['another title', ONE, ONE.replace('Many', 'More'), 'More not run>1 Many 1>not run'],
  ['the second of two with one title', ONE + many('Many', 3), ONE + many('Many', 9), 'Many 1>0'],
  ['no correlation in either', FAILED, FAILED.replace('4625', '4624'), ''],
])('which correlations fire otherwise: %s', async (_, pinned, rule, expected) => {
  const recorder = new Recorder();
  // What another text fired on before is no part of it.
  let state = START;
  for (const text of [FAILED + many('Before', 2), rule])
    for (const message of whole(await recorder.asks(text, EVENTS, { settings: settings(pinned) })))
      state = reduce(state, message);
  expect(told(state)).toBe(expected);
});

test('at no moment are firings on other events held beside those of the pinned version', async () => {
  const recorder = new Recorder();
  const FEW = line(0, 'a', 'x');
  // It fires on the first events and on no others, whichever version.
  const runs = [
    await recorder.asks(ONE, EVENTS, { settings: settings(ONE) }),
    await recorder.asks(ONE, FEW, { settings: settings(ONE) }),
    await recorder.asks(FAILED, FEW, { settings: settings(ONE) }),
    await recorder.asks(ONE, FEW, { settings: settings(ONE) }),
    await recorder.asks(ONE, EVENTS, { settings: settings(ONE) }),
  ];
  for (const stopped of [null, ...runs.keys()]) {
    let state = START;
    const seen = new Set<string>();
    for (const [i, run] of runs.entries()) {
      // One that is superseded has no comparison.
      const most = run.told.findIndex((one) => one.kind === 'told' && one.message.kind === 'compared');
      for (const message of i === stopped ? [...beginning(run), ...run.told.slice(0, most)] : whole(run)) {
        state = reduce(state, message);
        if (state.shown.outcome.compared) seen.add(told(state));
      }
    }
    const possible = ['', 'Many 0>not run'];
    expect([...seen].filter((one) => !possible.includes(one))).toEqual([]);
    expect(seen.size).toBeGreaterThan(0);
  }
});
