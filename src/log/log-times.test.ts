import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvents } from '../event';
import { AS_OURS } from '../knowledge';
import { EventTimes } from '../match';
import { LogTimes } from './log-times';

const two = (n: number) => String(n).padStart(2, '0');
const months = ['Jan', 'Feb', 'Mar', 'Jun', 'Dec'];
const syslog = fc
  .tuple(fc.constantFrom(...months), fc.integer({ min: 1, max: 31 }), fc.integer({ min: 0, max: 59 }))
  .map(
    ([month, day, second]) => `${month} ${String(day).padStart(2)} 08:15:${two(second)} host app[1]: text`,
  );
const named = fc
  .tuple(fc.integer({ min: 2019, max: 2026 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `{"@timestamp":"${year}-${two(month)}-04T08:15:30Z"}`);
const other = fc.constant('{"Image":"no time"}');
/**
 * Dates with slashes, most of which do not show which number is the day; some beside a clearer time, or one without a
 * year.
 */
const slashed = fc
  .tuple(
    fc.constantFrom('Date', 'created_at'),
    fc.integer({ min: 1, max: 16 }),
    fc.integer({ min: 1, max: 16 }),
    fc.constantFrom(' 08:15:30', ' 8:15:30 PM'),
    fc.constantFrom('', ',"date":1770127506', ',"timestamp":"Mar  4 08:15:30"', ',"rt":"3/4/2021 7:00 AM"'),
  )
  .map(([name, a, b, clock, more]) => `{"${name}":"${a}/${b}/2022${clock}"${more}}`);

test('times are those that correlations give to the events', () => {
  const lines = fc.oneof(
    fc.array(fc.oneof(syslog, named, other), { minLength: 1, maxLength: 20 }),
    fc.array(syslog, { minLength: 1, maxLength: 20 }),
    fc.array(fc.oneof(slashed, syslog, named), { minLength: 1, maxLength: 12 }),
  );
  fc.assert(
    fc.property(lines, fc.nat(), (written, cut) => {
      const { slices } = readEvents(written.join('\n'));
      const times = new LogTimes();
      for (const [i, { event }] of slices.entries()) {
        times.add(event ?? null);
        // A log that is stopped and resumed assigns years by the events it has, and later by all.
        if (i === cut % slices.length) times.placeYears();
      }
      times.placeYears();
      const events = slices.flatMap(({ event }) => event ?? []);
      const expected = new EventTimes(events, AS_OURS);
      const all = slices.map(({ event }) => event && expected.of(event));
      expect(slices.map((_, i) => times.millisOf(i))).toEqual(
        all.map((time) => (time ? Math.floor(time.micros / 1000) : null)),
      );
      expect(times.count).toBe(all.filter(Boolean).length);
    }),
    { numRuns: 500 },
  );
});

test('a time without a year is not told before it has one', () => {
  const times = new LogTimes();
  const { slices } = readEvents('Mar  4 08:15:30 host app[1]: a\n{"@timestamp":"2026-05-04T08:15:30Z"}');
  for (const { event } of slices) times.add(event ?? null);
  expect([times.millisOf(0), times.millisOf(1)]).toEqual([null, Date.UTC(2026, 4, 4, 8, 15, 30)]);
  times.placeYears();
  expect(times.millisOf(0)).toBe(Date.UTC(2026, 2, 4, 8, 15, 30));
});

test('the order of a date is what the events prove, and is not told before', () => {
  const times = new LogTimes();
  const { slices } = readEvents('{"Date":"2/3/2026 8:15 AM"}\n{"Date":"13/3/2026 8:15 AM"}');
  times.add(slices[0]!.event!);
  expect(times.millisOf(0)).toBeNull();
  times.placeYears();
  expect(times.millisOf(0)).toBe(Date.UTC(2026, 1, 3, 8, 15));
  times.add(slices[1]!.event!);
  times.placeYears();
  expect(times.millisOf(0)).toBe(Date.UTC(2026, 2, 2, 8, 15));
});
