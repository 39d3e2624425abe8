import type { EventDiagnostic, EventSlice } from '../event';
import { overlaps, type Range } from '../text';

/** At most this many problems of the events are told; a file of a million broken lines has one message many times. */
const MAX_PROBLEMS = 200;
/** At most this many events are marked at once: more are not on any screen. */
const MAX_MARKED = 400;
/** As many events as a screen shows at most, while the editor has not said yet. */
const SCREENFUL = 40;

/** Indexes of the first event on screen and of the one behind the last; a screenful where nobody said which. */
export function onScreen(slices: readonly EventSlice[], visible: Range | null): [number, number] {
  const screenful: [number, number] = [0, Math.min(slices.length, SCREENFUL)];
  if (!visible) return screenful;
  const first = slices.findIndex((s) => overlaps(s.range, visible));
  if (first < 0) return screenful;
  let last = first;
  // Events that stand between the lines of another may end before the screen begins.
  while (last < slices.length && last - first < MAX_MARKED && slices[last]!.range.start <= visible.end)
    last++;
  return [first, last];
}

/** Why events could not be read, the first of them. */
export function unreadable(slices: readonly EventSlice[]): EventDiagnostic[] {
  const problems: EventDiagnostic[] = [];
  for (const slice of slices) {
    if (slice.event) continue;
    if (problems.length === MAX_PROBLEMS) break;
    problems.push({ code: slice.code, severity: 'error', range: slice.at, message: slice.message });
  }
  return problems;
}
