import type { EventSlice } from '../event';
import { overlaps, type Range } from '../text';
import type { Stopped } from './doing';

/** Panels whose contents are made only while they are open. */
export const LIVE_PANELS = ['rule', 'indicators', 'explain', 'correlations', 'formats'] as const;
export type LivePanel = (typeof LIVE_PANELS)[number];

/** What the person has on screen. */
export interface OnScreen {
  /** The chosen event. */
  readonly event: number | null;
  /** The visible stretch of the events' text; null where the editor has not said. */
  readonly visible: Range | null;
  /** Further events whose explanations are on screen. */
  readonly also?: readonly number[];
  /** Of a text of several documents the number of the one whose rule is asked; a run's answer holds until the next run. */
  readonly document?: number;
  /** The panels that are open; none where it is absent. */
  readonly open?: readonly LivePanel[];
  /** Work that did not end before and is not to be begun again. */
  readonly stopped?: readonly Stopped[];
}

/** At most this many events are marked at once: more are not on any screen. */
const MAX_MARKED = 400;
/** As many events as a screen shows at most, while the editor has not said yet. */
const SCREENFUL = 40;

/** The page may not know yet how many events there are: the last one stands for those behind it. */
export function within(screen: OnScreen, events: number): OnScreen {
  const { event } = screen;
  return event === null || event < events || events === 0 ? screen : { ...screen, event: events - 1 };
}

/** Indexes of the first event in sight and of the one behind the last; a screenful where nobody said which. */
export function eventsInSight(slices: readonly EventSlice[], visible: Range | null): [number, number] {
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

/** The events in sight and a screenful on either side, so that whoever scrolls finds them marked. */
export function aroundSight(slices: readonly EventSlice[], visible: Range | null): [number, number] {
  const [first, last] = eventsInSight(slices, visible);
  return [Math.max(0, first - SCREENFUL), Math.min(slices.length, last + SCREENFUL)];
}
