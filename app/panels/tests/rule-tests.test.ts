import { expect, test } from 'vitest';
import { compile } from '../../../src/rule';
import { eventKey } from '../../results/expectations';
import {
  asDocuments,
  asEvents,
  asNew,
  type EventTest,
  type InRule,
  testsIn,
  writeInto as writeTests,
} from './rule-tests';

const RULE = `title: Accounts database
detection:
    selection:
        CommandLine|contains: 'ntds'
    condition: selection
`;
const writeInto = (rule: string, document: number | null, form: InRule, tests: readonly EventTest[]) =>
  writeTests(rule, document, form, tests.map(asNew));
const match = (json: string): EventTest => ({ json, expected: 'match' });
const noMatch = (json: string): EventTest => ({ json, expected: 'no match' });

test.each(['exemplars', 'test cases'] as const)(
  '%s that are written are there, and can be opened as events',
  (form) => {
    const tests = [match('{"CommandLine": "copy ntds.dit"}'), noMatch('{"CommandLine": "dir", "n": 1.10}')];
    const text = writeInto(RULE, null, form, tests)!;
    expect(testsIn(text)).toEqual({ single: tests, sequences: [] });
    expect(text.startsWith(RULE)).toBe(true);
    expect(compile(text).plan).not.toBeNull();
    const { events, expected } = asEvents(testsIn(text).single);
    expect(events).toBe('{"CommandLine": "copy ntds.dit"}\n{"CommandLine": "dir", "n": 1.10}\n');
    expect(expected).toEqual({ [eventKey(tests[0]!.json)]: 'match', [eventKey(tests[1]!.json)]: 'no match' });
  },
);

test('the same event is not written twice, whatever its layout; what else the rule has stays', () => {
  const text = writeInto(RULE, null, 'exemplars', [match('{"A":"ntds"}'), match('{"B":"x"}')])!;
  const again = writeInto(text, null, 'exemplars', [noMatch('{ "B" : "x" }')])!;
  expect(testsIn(again).single).toEqual([match('{"A": "ntds"}'), noMatch('{"B": "x"}')]);
  expect(writeInto(again, null, 'exemplars', testsIn(again).single)).toBe(again);
});

test('in a text of several rules they go to the one that is meant', () => {
  const two = `${RULE}---\n${RULE.replace('Accounts', 'Other')}`;
  const text = writeInto(two, two.indexOf('title: Other'), 'exemplars', [match('{"A":"ntds"}')])!;
  expect(text.startsWith(`${RULE}---\n`)).toBe(true);
  expect(testsIn(text).single).toHaveLength(1);
});

const TWO = `${RULE}---
title: Burst
correlation:
    type: event_count
    rules: [Accounts database]
    timespan: 1m
    condition:
        gte: 2
`;

test('tests of several events belong to their correlation, and what is written is read again', () => {
  const document = TWO.indexOf('title: Burst');
  const test = (kind: 'match' | 'no match', ...events: [string, number][]) => ({
    name: '',
    expected: { kind },
    events: events.map(([json, offset]) => ({ json, offset })),
  });
  const burst = test('match', ['{"A": 1}', 0], ['{"A": 1}', 30_000]);
  const text = writeTests(TWO, document, 'exemplars', [burst, test('no match', ['{"A": 1}', 0])])!;
  expect(text.startsWith(TWO)).toBe(true);
  expect(testsIn(text)).toEqual({
    single: [],
    sequences: [
      { document, expected: 'match', events: burst.events },
      { document, expected: 'no match', events: [{ json: '{"A": 1}', offset: 0 }] },
    ],
  });
  // The same again changes nothing; the other expectation changes that alone.
  expect(writeTests(text, document, 'exemplars', [burst])).toBe(text);
  const other = writeTests(text, document, 'exemplars', [{ ...burst, expected: { kind: 'no match' } }])!;
  expect(testsIn(other).sequences.map(({ expected }) => expected)).toEqual(['no match', 'no match']);
});

test('a file of test documents has one for each', () => {
  expect(asDocuments([match('{"A": "x"}'), noMatch('{"B": 1}')])).toBe(
    'match: true\nevent:\n    A: x\n---\nmatch: false\nevent:\n    B: 1\n',
  );
});
