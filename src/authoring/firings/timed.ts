import { applyEdits, modify } from 'jsonc-parser';
import { readEvents } from '../../event';
import { AS_OURS } from '../../knowledge';
import { EventTimes } from '../../match';

/** An event, and so many milliseconds after the first of its test it happened. */
export interface OffsetEvent {
  readonly json: string;
  readonly offset: number;
}

/** Tests stand so far apart that no window reaches from one to the next. */
const APART = 400 * 86_400_000;
const FIRST = Date.UTC(2026, 0, 1);
const SECOND = 1000;

/**
 * The events of each test, as JSON that says when they happened. Events that say so themselves, to the second, stay as they
 * are; the others are given a time. Null for a test with an event whose own time cannot be replaced.
 */
export function timedEvents(tests: readonly (readonly OffsetEvent[])[]): (readonly string[] | null)[] {
  return tests.map((events, i) => {
    const jsons = events.map(({ json }) => json.replaceAll('\n', ' '));
    const offsets = events.map(({ offset }) => offset);
    if (areAt(jsons, offsets)) return jsons;
    const dated = jsons.map((json, k) => withTime(json, FIRST + i * APART + offsets[k]!));
    return areAt(dated, offsets) ? dated : null;
  });
}

/** True if the events happened so long after the first, less than a second more or fewer. */
function areAt(jsons: readonly string[], offsets: readonly number[]): boolean {
  const events = readEvents(jsons.join('\n'), 'JSON').slices.flatMap(({ event }) => event ?? []);
  const times = new EventTimes(events, AS_OURS);
  const millis = events.map((event) => (times.of(event)?.micros ?? Number.NaN) / 1000);
  return (
    events.length === jsons.length &&
    millis.every((at, i) => Math.abs(at - millis[0]! - (offsets[i]! - offsets[0]!)) < SECOND)
  );
}

function withTime(json: string, at: number): string {
  const time = new Date(at).toISOString();
  return applyEdits(json, modify(json, ['@timestamp'], time, {}));
}
