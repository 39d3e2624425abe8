import { expect, test } from 'vitest';
import { readEvents } from '../../event';
import { eventTime, readTime } from './event-time';

test.each([
  ['2026-02-03T14:05:06Z', '2026-02-03T14:05:06.000Z', 0, false],
  ['2026-02-03T14:05:06.1234567Z', '2026-02-03T14:05:06.123Z', 456, false],
  ['2026-02-03 14:05:06.789', '2026-02-03T14:05:06.789Z', 0, true],
  ['2026-02-03T14:05:06+02:00', '2026-02-03T12:05:06.000Z', 0, false],
  ['2026-02-03T14:05:06-0130', '2026-02-03T15:35:06.000Z', 0, false],
  ['2026-02-03 14:05', '2026-02-03T14:05:00.000Z', 0, true],
  ['2026-02-03 14:05:06 UTC', '2026-02-03T14:05:06.000Z', 0, false],
  [1770127506, '2026-02-03T14:05:06.000Z', 0, false],
  ['1770127506.5', '2026-02-03T14:05:06.500Z', 0, false],
  [1770127506000, '2026-02-03T14:05:06.000Z', 0, false],
  [1770127506000123, '2026-02-03T14:05:06.000Z', 123, false],
  ['Feb  3 2026 14:05:06.5', '2026-02-03T14:05:06.500Z', 0, true],
  ['/Date(1770127506000)/', '2026-02-03T14:05:06.000Z', 0, false],
])('%s', (value, iso, more, zoneless) => {
  expect(readTime(value)).toEqual({ micros: Date.parse(iso) * 1000 + more, zoneless });
});

test.each([
  'noon',
  '2026-13-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-01-01T25:00:00Z',
  5,
  true,
  {},
  '2026-01-01',
])('%j is no time', (value) => {
  expect(readTime(value)).toBeNull();
});

test.each([
  ['{"timestamp":"x","@timestamp":"2026-02-03T14:05:06Z"}', '@timestamp', false],
  ['{"msg":"audit(1770127506.789:12)","timestamp":"2027-01-01T00:00:00Z"}', 'msg', false],
  ['{"msg":"1770127506","timestamp":"2027-01-01T00:00:00Z"}', 'timestamp', false],
  ['{"UtcTime":"2026-02-03 14:05:06.789"}', 'UtcTime', false],
  ['{"@timestamp":"x","EventTime":"2026-02-03 14:05:06"}', 'EventTime', true],
  [
    '{"Event":{"System":{"EventID":1,"Channel":"x","TimeCreated":{"#attributes":{"SystemTime":"2026-02-03T14:05:06Z"}}}}}',
    'TimeCreated_SystemTime',
    false,
  ],
])('%s', (text, field, zoneless) => {
  expect(eventTime(readEvents(text).slices[0]!.event!)).toMatchObject({ field, zoneless });
});
