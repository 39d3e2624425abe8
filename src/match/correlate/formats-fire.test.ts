import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
import { compileCollection } from '../../rule';
import { TIMED_FORMATS } from '../../testing/timed-formats';
import { correlate } from './correlate';

/** Matches every event, and fires for three of them within ten minutes. */
const RULES = `title: Three
correlation: {type: event_count, rules: [any], group-by: [], timespan: 10m, condition: {gte: 3}}
---
title: Any
name: any
logsource: {product: test}
detection: {s: {'|contains': ''}, condition: s}
`;
const NOON = Date.parse('2026-02-03T12:07:00Z');
/**
 * Times in minutes after noon: in the second half of the day, with a day that cannot be a month and an hour past 12.
 */
const at = (...minutes: number[]) => minutes.map((minute) => new Date(NOON + minute * 60_000));

function outcome(text: string) {
  const events = readEvents(text).slices.map((slice) => slice.event!);
  const [result] = correlate(compileCollection(RULES), events, { ignoreLogsource: true });
  return { count: events.length, ...result! };
}

describe.each(TIMED_FORMATS)('$name', ({ text, zoneless, yearless }) => {
  test('events within the window fire, at their time', () => {
    const { count, firings, leftOut, ...flags } = outcome(text(at(100, 103, 109, 5000)));
    expect([count, leftOut]).toEqual([4, []]);
    expect(firings.map(({ members }) => members.map(({ event }) => event))).toEqual([[0, 1, 2]]);
    const start = new Date(firings[0]!.start).toISOString().slice(yearless ? 4 : 0, 16);
    expect(start).toBe('2026-02-03T13:47'.slice(yearless ? 4 : 0));
    expect(flags.zoneless).toHaveLength(zoneless ? 4 : 0);
    expect(flags.yearless).toHaveLength(yearless ? 4 : 0);
  });
  test('events farther apart do not', () => {
    const { firings, leftOut } = outcome(text(at(100, 103, 111)));
    expect([firings, leftOut]).toEqual([[], []]);
  });
  test('nor do events in another half of the day, on another day or in another month', () => {
    const day = 24 * 60;
    for (const gap of [12 * 60, day, 28 * day])
      expect(outcome(text(at(0, gap, 2 * gap))).firings, `${gap} minutes`).toEqual([]);
  });
});

test('if nothing says which number is the day, events are left out and listed', () => {
  const list = (...dates: string[]) => outcome(`Date,Host\n${dates.map((d) => `${d},pc`).join('\n')}`);
  const { firings, leftOut } = list('3/2/2026 13:47:00', '3/2/2026 13:48:00', '3/2/2026 13:49:00');
  expect(firings).toEqual([]);
  expect(leftOut).toEqual([0, 1, 2].map((event) => ({ event, reason: 'no timestamp' })));
  // An event on the 20th proves the order for all, so now they fire.
  const proved = list('3/2/2026 13:47:00', '3/2/2026 13:48:00', '3/2/2026 13:49:00', '20/2/2026 13:47:00');
  expect(new Date(proved.firings[0]!.start).toISOString()).toBe('2026-02-03T13:47:00.000Z');
  expect([proved.firings.length, proved.leftOut]).toEqual([1, []]);
});
