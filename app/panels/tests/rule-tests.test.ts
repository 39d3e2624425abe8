import { expect, test } from 'vitest';
import { compile } from '../../../src/rule';
import { eventKey } from '../../results/expectations';
import { asDocuments, asEvents, type EventTest, testsIn, writeInto } from './rule-tests';

const RULE = `title: Accounts database
detection:
    selection:
        CommandLine|contains: 'ntds'
    condition: selection
`;
const match = (json: string): EventTest => ({ json, expected: 'match' });
const noMatch = (json: string): EventTest => ({ json, expected: 'no match' });

test.each(['exemplars', 'test cases'] as const)(
  '%s that are written are there, and can be opened as events',
  (form) => {
    const tests = [match('{"CommandLine": "copy ntds.dit"}'), noMatch('{"CommandLine": "dir", "n": 1.10}')];
    const text = writeInto(RULE, null, form, tests)!;
    expect(testsIn(text)).toEqual({ single: tests, others: 0 });
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

test('tests of several events are counted, and left out', () => {
  const rule =
    'title: Burst\ncorrelation: {type: event_count}\ncustom_attributes:\n  rsigma.exemplars:\n    - {expect: match, events: [{offset: 0s, event: {A: 1}}, {offset: 1s, event: {A: 1}}]}\n';
  expect(testsIn(rule)).toEqual({ single: [], others: 1 });
});

test('a file of test documents has one for each', () => {
  expect(asDocuments([match('{"A": "x"}'), noMatch('{"B": 1}')])).toBe(
    'match: true\nevent:\n    A: x\n---\nmatch: false\nevent:\n    B: 1\n',
  );
});
