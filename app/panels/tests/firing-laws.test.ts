import fc from 'fast-check';
import { expect, test } from 'vitest';
import { author } from '../../../src/authoring';
import { readEvents } from '../../../src/event';
import { compileCollection } from '../../../src/rule';
import { recordedFirings } from '../../actions/expect-recorded';
import { eventKey, eventKeys } from '../../results/expectations';
import { reduce } from '../../results/reduce';
import { START } from '../../results/run-state';
import { Recorder, whole } from '../../results/testing';
import { testsIn, writeInto } from './rule-tests';

/*
 * What a correlation is expected to fire on is the same after it was written into the rule and opened from there.
 */

const RULE = `title: Failed
name: failed
detection:
    selection:
        EventID: 4625
    condition: selection
---
title: Many
correlation:
    type: event_count
    rules: [failed]
    group-by: [User]
    timespan: 1m
    condition:
        gte: 2
`;
const DOCUMENT = 1;
const context = (events: string, rule = RULE) => ({
  plan: null,
  slices: readEvents(events).slices,
  recompile: () => null,
  collection: compileCollection(rule),
});

/** What the engine says of these texts. */
async function outcomeOf(rule: string, events: string) {
  let state = START;
  for (const message of whole(await new Recorder().asks(rule, events))) state = reduce(state, message);
  return state.shown.outcome;
}

/** The tests of a rule, opened as events, and what is expected of its correlation then. */
async function opened(rule: string) {
  const { sequences } = testsIn(rule);
  const answer = author({ kind: 'timed', tests: sequences.map(({ events }) => events) }, context('', rule));
  const tests = answer.kind === 'timed' ? answer.tests : [];
  let events = '';
  const recorded = sequences.map(({ expected }, i) => {
    const start = events.length;
    events += (tests[i] ?? []).map((json) => `${json}\n`).join('');
    return { name: '', of: 'Many', start, end: events.length, expected: { kind: expected } };
  });
  const outcome = await outcomeOf(rule, events);
  return { events, expected: recordedFirings(recorded, outcome, eventKeys(outcome) ?? []) };
}

function written(
  events: string,
  of: readonly { readonly events: number[] | null; readonly fires: boolean }[],
) {
  const ask = { kind: 'exemplars', of: of.map((one) => ({ ...one, document: DOCUMENT })) } as const;
  const answer = author(ask, context(events));
  const all = answer.kind === 'exemplars' ? answer.all.flatMap((one) => one ?? []) : [];
  expect(all).toHaveLength(of.length);
  const tests = all.map((one) => ({
    name: '',
    expected: { kind: one.fires ? ('match' as const) : ('no match' as const) },
    events: one.events,
  }));
  return writeInto(RULE, RULE.indexOf('title: Many'), 'exemplars', tests)!;
}

const line = (user: string, second: number, n: number) =>
  JSON.stringify({
    '@timestamp': new Date(Date.UTC(2026, 10, 20) + second * 1000).toISOString(),
    EventID: 4625,
    User: user,
    n,
  });

test('law: what is written is opened equal', async () => {
  const event = fc.tuple(fc.constantFrom('ana', 'bob', 'eve'), fc.integer({ min: 0, max: 600 }));
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 12 }), async (all) => {
      const lines = all.map(([user, second], n) => line(user, second, n));
      const text = lines.join('\n');
      const outcome = await outcomeOf(RULE, text);
      const [total] = outcome.together!.correlations;
      const lists = total!.firings!.map((list) => [...list]);
      if (lists.length === 0) {
        const rule = written(text, [{ events: null, fires: false }]);
        expect((await opened(rule)).expected).toEqual([{ of: 'Many', count: 0, members: null }]);
        return;
      }
      const rule = written(
        text,
        lists.map((events) => ({ events, fires: true })),
      );
      const again = await opened(rule);
      // The text of an event may have other blanks in it.
      const same = (json: string) => JSON.stringify(JSON.parse(json));
      const of = new Map(
        again.events
          .trimEnd()
          .split('\n')
          .map((json) => [eventKey(json), same(json)]),
      );
      const sorted = (members: readonly (readonly (string | undefined)[])[]) =>
        members.map((list) => [...list].sort().join()).sort();
      const members = lists.map((list) => list.map((event) => lines[event]));
      const [found] = again.expected;
      expect(found?.count).toBe(lists.length);
      expect(sorted(found!.members!.map((list) => list.map((key) => of.get(key))))).toEqual(sorted(members));
      // Written once more, nothing changes.
      const own = testsIn(rule).sequences.map((one) => ({
        name: '',
        expected: { kind: one.expected },
        events: one.events,
      }));
      expect(writeInto(rule, RULE.indexOf('title: Many'), 'exemplars', own)).toBe(rule);
    }),
    { numRuns: 40 },
  );
});

test('events without a time are given one, each test far from the others', async () => {
  const rule = `${RULE}custom_attributes:
    rsigma.exemplars:
        - {expect: match, events: [{offset: 0s, event: {EventID: 4625, User: ana}}, {offset: 30s, event: {EventID: 4625, User: ana}}]}
        - {expect: no-match, events: [{offset: 0s, event: {EventID: 4625, User: ana}}]}
        - {expect: match, events: [{offset: 0s, event: {EventID: 4625, User: bob}}, {offset: 2m, event: {EventID: 4625, User: bob}}]}
`;
  const { events, expected } = await opened(rule);
  const lines = events.trimEnd().split('\n');
  expect(lines.map((one) => JSON.parse(one)['@timestamp'].slice(0, 19))).toEqual([
    '2026-01-01T00:00:00',
    '2026-01-01T00:00:30',
    '2027-02-05T00:00:00',
    '2028-03-11T00:00:00',
    '2028-03-11T00:02:00',
  ]);
  // The last does not fire: all of its events are expected to.
  const keys = (...places: number[]) => places.map((place) => eventKey(lines[place]!));
  expect(expected).toEqual([{ of: 'Many', count: 2, members: [keys(0, 1), keys(3, 4)] }]);
});
