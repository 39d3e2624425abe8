import { expect, test } from 'vitest';
import { readEvents } from '../event';
import { PAGE } from '../limits';
import { eventsInSight } from './on-screen';

const MOST = PAGE.markedEvents.value;

test.each([
  ['as many as are marked at once', MOST, MOST],
  ['one more', MOST + 1, MOST],
  ['many more', 3 * MOST, MOST],
])('of the events in sight, %s: the first of them are marked', (_, count, marked) => {
  const { slices } = readEvents(Array.from({ length: count }, (_, i) => `{"a":${i}}`).join('\n'));
  expect(eventsInSight(slices, { start: 0, end: 1_000_000 })).toEqual([0, marked]);
});
