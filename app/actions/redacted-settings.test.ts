import { expect, test } from 'vitest';
import { redact } from '../../src/redact';
import { eventKey } from '../results/expectations';
import { redactedSettings } from './redacted-settings';

const EVENTS = ['{"User":"mira","a":1}', '{"a":2}', '{"User":"mira","a":3}'];
const TEXT = EVENTS.join('\n');
const redaction = redact({ rule: '', events: TEXT });
const made = redaction.text.split('\n');
const NONE = { ignoreLogsource: true, placeholders: {} };

test('what is expected goes with the events, and no key of an old text stays', () => {
  const expected = {
    [eventKey(EVENTS[0]!)]: 'match',
    [eventKey(EVENTS[1]!)]: 'no match',
    [eventKey('of a text before')]: 'match',
  } as const;
  expect(redactedSettings({ ...NONE, expected }, TEXT, redaction)).toEqual({
    ...NONE,
    expected: { [eventKey(made[0]!)]: 'match', [eventKey(made[1]!)]: 'no match' },
  });
  expect(made[0]).not.toBe(EVENTS[0]);
  expect(redactedSettings({ ...NONE, expected }, TEXT, null)).toEqual(NONE);
});

test('what correlations are expected to fire on goes with the events too', () => {
  const keys = EVENTS.map(eventKey);
  const firings = (...members: string[][]) => [{ of: 'Many', count: members.length, members }];
  const expectedFirings = firings([keys[0]!, keys[2]!], [keys[1]!, eventKey('of a text before')]);
  expect(redactedSettings({ ...NONE, expectedFirings }, TEXT, redaction)).toEqual({
    ...NONE,
    expectedFirings: firings([eventKey(made[0]!), eventKey(made[2]!)], [eventKey(made[1]!), 'gone']),
  });
  expect(redactedSettings({ ...NONE, expectedFirings }, TEXT, null)).toEqual(NONE);
});

test('where nothing is expected, nothing is', () => {
  expect(redactedSettings(NONE, TEXT, redaction)).toEqual(NONE);
});
