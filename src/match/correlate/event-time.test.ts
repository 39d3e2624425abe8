import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
import { eventTime, readTime } from './event-time';
import { readWritten } from './time-forms';

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

/** The same moment, `2026-02-03T14:05:06Z`, in all forms of the formats and products. */
test.each([
  // ISO 8601 and similar forms
  ['2026-02-03T14:05:06.000Z', false],
  ['2026-02-03t14:05:06z', false],
  ['2026-02-03 14:05:06 GMT', false],
  ['2026-02-03 14:05:06.000 +00:00', false],
  ['2026-02-03 14:05:06 +0000 UTC', false],
  ['2026-02-03T15:05:06+01', false],
  ['2026-02-03 14:05:06,000', true],
  ['2026/02/03 14:05:06', true],
  ['2026/2/3 2:05:06 PM', true],
  ['2026. 2. 3. 14:05:06', true],
  ['20260203T140506Z', false],
  ['20260203140506', true],
  ['20260203150506.000000+060', false],
  // Months by name: Kibana, Defender, PowerShell, mail, web servers, C
  ['Feb 3, 2026 @ 14:05:06.000', true],
  ['Feb 3, 2026 2:05:06 PM', true],
  ['Feb 3, 2026 2:05:06\u202fPM', true],
  ['Tuesday, February 3, 2026 2:05:06 PM', true],
  ['February 3, 2026 at 2:05:06 p.m.', true],
  ['Tue, 03 Feb 2026 14:05:06 +0000', false],
  ['Tue, 3 Feb 2026 09:05:06 -0500', false],
  ['03/Feb/2026:14:05:06 +0000', false],
  ['3-FEB-2026 14:05:06', true],
  ['Tue Feb  3 14:05:06 2026', true],
  ['Tue Feb  3 14:05:06 2026 UTC', false],
  ['Tue Feb  3 14:05:06 UTC 2026', false],
  ['Feb  3 2026 14:05:06', true],
  // With dots the day comes first
  ['03.02.2026 14:05:06', true],
  ['3.2.2026, 14:05:06', true],
  // Numbers
  ['/Date(1770127506000)/', false],
  ['/Date(1770127506000+0100)/', false],
  ['1770127506', false],
  [1770127506.0, false],
  ['1770127506000', false],
  ['1770127506000000', false],
  ['1770127506000000000', false],
  ['134146011060000000', false],
  [`0x${134146011060000000n.toString(16).padStart(16, '0')}`, false],
  // In objects
  [['2026-02-03T14:05:06Z'], false],
  [{ value: '/Date(1770127506000)/', DisplayHint: 2 }, false],
  [{ $date: '2026-02-03T14:05:06Z' }, false],
])('%j is that moment', (value, zoneless) => {
  expect(readTime(value)).toEqual({ micros: Date.parse('2026-02-03T14:05:06Z') * 1000, zoneless });
});

test.each([
  ['1770127506.123456789', 123_456],
  ['1770127506123.4567', 123_456],
  ['1770127506123456789', 123_456],
  ['134146011061234567', 123_456],
  ['2026-02-03T14:05:06.1234567Z', 123_456],
  ['20260203T140506.12Z', 120_000],
])('%s keeps its microseconds', (value, micros) => {
  expect(readTime(value)!.micros).toBe(Date.parse('2026-02-03T14:05:06Z') * 1000 + micros);
});

test('a number in the text of an event keeps its nanoseconds, however long it is', () => {
  const { event } = readEvents('{"time":1770127506123456789}').slices[0]!;
  expect(eventTime(event!)!.micros).toBe(1_770_127_506_123_456);
});

test('every FILETIME from 1970 to 2100 is its moment, and none is taken for nanoseconds', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('2099-01-01'), noInvalidDate: true }), (date) => {
      const count = (BigInt(date.getTime()) + 11_644_473_600_000n) * 10_000n;
      expect(readTime(String(count))).toEqual({ micros: date.getTime() * 1000, zoneless: false });
      expect(readTime(`0x${count.toString(16).padStart(16, '0')}`)!.micros).toBe(date.getTime() * 1000);
    }),
  );
});

describe('which number is the day', () => {
  const micros = (iso: string) => Date.parse(iso) * 1000;
  test.each([
    ['1/31/2026 2:05:06 PM', '2026-01-31T14:05:06Z', 'month first'],
    ['31/1/2026 14:05:06', '2026-01-31T14:05:06Z', 'day first'],
    ['31-01-2026 14:05:06.5', '2026-01-31T14:05:06.500Z', 'day first'],
    ['1/31/2026, 2:05:06.123 PM', '2026-01-31T14:05:06.123Z', 'month first'],
    ['\u200e1/\u200e31/\u200e2026 14:05', '2026-01-31T14:05:00Z', 'month first'],
  ])('%s proves it', (text, iso, proves) => {
    expect(readWritten(text)).toEqual({ micros: micros(iso), zoneless: true, proves });
  });
  test('if day and month are equal, the order does not matter', () => {
    expect(readWritten('2/2/2026 14:05:06')).toEqual({
      micros: micros('2026-02-02T14:05:06Z'),
      zoneless: true,
    });
  });
  test('otherwise both are reported, and no time is read from the date alone', () => {
    expect(readWritten('2/3/2026 2:05:06 PM')).toEqual({
      either: { 'month first': micros('2026-02-03T14:05:06Z'), 'day first': micros('2026-03-02T14:05:06Z') },
      zoneless: true,
      half: true,
    });
    expect(readTime('2/3/2026 14:05:06')).toBeNull();
  });
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
  '2026-02-03T14:05:06 CET',
  'Feb 3, 2026 14:05:06 PST',
  'Feb 30, 2026 2:05:06 PM',
  'Feb 3, 2026 13:05:06 PM',
  '03.13.2026 14:05:06',
  '2026-02-03T14:05:06+25:00',
  '02/03/26 14:05:06',
  '32/1/2026 14:05:06',
  '0x3e7',
  '10.0.0.1',
  '1.2.2026',
  'Tue Feb  3 14:05:06',
  '99999999999999999999999',
  ['2026-02-03T14:05:06Z', '2026-02-03T14:05:07Z'],
  '2026-02-03T14:05:06Z '.repeat(4),
])('%j is not a time', (value) => {
  expect(readTime(value)).toBeNull();
});

test.each([
  ['{"timestamp":"x","@timestamp":"2026-02-03T14:05:06Z"}', '@timestamp', false],
  ['{"msg":"audit(1770127506.789:12)","timestamp":"2027-01-01T00:00:00Z"}', 'msg', false],
  ['{"msg":"1770127506","timestamp":"2027-01-01T00:00:00Z"}', 'timestamp', false],
  ['{"UtcTime":"2026-02-03 14:05:06.789"}', 'UtcTime', false],
  ['{"@timestamp":"x","EventTime":"2026-02-03 14:05:06"}', 'EventTime', true],
  ['{"TimeGenerated [UTC]":"2/3/2026, 2:05:06.789 PM"}', 'TimeGenerated [UTC]', false],
  ['{"Date":"2/3/2026 14:05:06","created_at":1770127506789}', 'created_at', false],
  ['{"date":"2026-02-03","time":"14:05:06","tz":"+0100"}', 'date', false],
  ['{"date":"2026-02-03","time":"14:05:06"}', 'date', true],
  ['{"TimeCreated":{"value":"\\/Date(1770127506789)\\/","DisplayHint":2}}', 'TimeCreated', false],
  [
    '{"Event":{"System":{"EventID":1,"Channel":"x","TimeCreated":{"#attributes":{"SystemTime":"2026-02-03T14:05:06Z"}}}}}',
    'TimeCreated_SystemTime',
    false,
  ],
])('%s', (text, field, zoneless) => {
  expect(eventTime(readEvents(text).slices[0]!.event!)).toMatchObject({ field, zoneless });
});
