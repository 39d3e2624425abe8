import { expect, test } from 'vitest';
import { readEvents } from '../../event';
import { AS_OURS } from '../../knowledge';
import { EventTimes } from './event-times';

/** The times of syslog lines with the given times, and of JSON for times that name a year. */
function times(...written: string[]): (string | null)[] {
  const text = written
    .map((time) => (/^[A-Z]/.test(time) ? `${time} gate app: x` : `{"timestamp":"${time}"}`))
    .join('\n');
  const events = readEvents(text).slices.map((slice) => slice.event!);
  const all = new EventTimes(events, AS_OURS);
  return events.map((event) => {
    const time = all.of(event);
    return time && `${new Date(time.micros / 1000).toISOString().slice(0, 19)}${time.yearless ? ' ?' : ''}`;
  });
}

test.each<[string[], (string | null)[]]>([
  [['Nov  4 06:07:08'], ['2000-11-04T06:07:08 ?']],
  [
    ['Nov  4 06:07:08', '2026-11-24T00:00:00Z'],
    ['2026-11-04T06:07:08 ?', '2026-11-24T00:00:00'],
  ],
  [
    ['Nov 24 12:00:00', '2026-11-24T00:00:00Z'],
    ['2026-11-24T12:00:00 ?', '2026-11-24T00:00:00'],
  ],
  [
    ['Nov 26 12:00:00', '2026-11-24T00:00:00Z'],
    ['2025-11-26T12:00:00 ?', '2026-11-24T00:00:00'],
  ],
  [
    ['Dec 31 23:00:00', '2026-01-02T00:00:00Z'],
    ['2025-12-31T23:00:00 ?', '2026-01-02T00:00:00'],
  ],
  [
    ['Feb 29 01:00:00', '2026-01-02T00:00:00Z'],
    ['2024-02-29T01:00:00 ?', '2026-01-02T00:00:00'],
  ],
  [
    ['Dec 31 23:59:59', 'Jan  1 00:00:01'],
    ['1999-12-31T23:59:59 ?', '2000-01-01T00:00:01 ?'],
  ],
  [
    ['Mar  1 00:00:00', 'Mar  2 00:00:00', 'Feb 28 00:00:00'],
    ['2000-03-01T00:00:00 ?', '2000-03-02T00:00:00 ?', '2000-02-28T00:00:00 ?'],
  ],
  [['Nov  4 2026 06:07:08'], ['2026-11-04T06:07:08']],
  [['Nov 31 06:07:08'], [null]],
  [['Nov  4 25:07:08'], [null]],
])('%j are %j', (written, read) => {
  expect(times(...written)).toEqual(read);
  // The order of the events does not matter.
  expect(times(...written.toReversed())).toEqual(read.toReversed());
});

test.each<[string[], (string | null)[]]>([
  [['2/3/2026 1:00 PM'], ['2026-02-03T13:00:00']],
  [['2/3/2026 13:00'], [null]],
  [
    ['2/3/2026 13:00', '13/3/2026 13:00', '5/3/2026 1:00 AM'],
    ['2026-03-02T13:00:00', '2026-03-13T13:00:00', '2026-03-05T01:00:00'],
  ],
  [
    ['2/3/2026 13:00', '3/13/2026 13:00'],
    ['2026-02-03T13:00:00', '2026-03-13T13:00:00'],
  ],
  [
    ['2/3/2026 13:00', '3/13/2026 13:00', '14/3/2026 13:00', '2/3/2026 1:00 PM', '4/4/2026 13:00'],
    [null, '2026-03-13T13:00:00', '2026-03-14T13:00:00', '2026-02-03T13:00:00', '2026-04-04T13:00:00'],
  ],
])('of %j the days are those of %j', (written, read) => {
  const days = (texts: string[]) => {
    const text = texts.map((text) => JSON.stringify({ Date: text })).join('\n');
    const events = readEvents(text).slices.map((slice) => slice.event!);
    const all = new EventTimes(events, AS_OURS);
    return events.map((event) => {
      const time = all.of(event);
      return time && new Date(time.micros / 1000).toISOString().slice(0, 19);
    });
  };
  expect(days(written)).toEqual(read);
  expect(days(written.toReversed())).toEqual(read.toReversed());
});

test('audit records have the time of their stamp, also after a syslog header', () => {
  const text =
    'Nov  4 06:07:08 gate audispd: type=CWD msg=audit(1783000000.25:1): cwd="/"\ntype=CWD msg=audit(1783000000.5:2): cwd="/"';
  const events = readEvents(text).slices.map((slice) => slice.event!);
  const all = new EventTimes(events, AS_OURS);
  expect(events.map((event) => all.of(event))).toEqual([
    { micros: 1_783_000_000_250_000, zoneless: false, field: 'msg' },
    { micros: 1_783_000_000_500_000, zoneless: false, field: 'msg' },
  ]);
});
