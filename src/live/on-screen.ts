import type { EventSlice } from '../event';
import { PAGE } from '../limits';
import { overlaps, type Range } from '../text';
import type { Stopped } from './doing';

/** Panels whose contents are made only while they are open. */
export const LIVE_PANELS = ['rule', 'indicators', 'explain', 'correlations', 'formats'] as const;
export type LivePanel = (typeof LIVE_PANELS)[number];

/** What the user has on screen. */
export interface OnScreen {
  /** The chosen event. */
  readonly event: number | null;
  /** The visible part of the events' text; null if the editor has not reported it. */
  readonly visible: Range | null;
  /** Further events whose explanations are on screen. */
  readonly also?: readonly number[];
  /**
   * For a text with several documents, the index of the one whose rule is evaluated; a run's choice holds until the
   * next run.
   */
  readonly document?: number;
  /** The open panels; none if absent. */
  readonly open?: readonly LivePanel[];
  /** Work that did not end before and is not started again. */
  readonly stopped?: readonly Stopped[];
  /** A pattern of several hung before: each run of another one is told, so that the guilty one is known. */
  readonly isCareful?: boolean;
}

/** How many events a screen shows at most, until the editor has reported it. */
const SCREENFUL = 40;

/** The page may not yet know how many events there are: the last one stands for those after it. */
export function within(screen: OnScreen, events: number): OnScreen {
  const { event } = screen;
  return event === null || event < events || events === 0 ? screen : { ...screen, event: events - 1 };
}

/** The index of the first event in sight and that after the last; a screenful if they are unknown. */
export function eventsInSight(slices: readonly EventSlice[], visible: Range | null): [number, number] {
  const screenful: [number, number] = [0, Math.min(slices.length, SCREENFUL)];
  if (!visible) return screenful;
  const first = slices.findIndex((s) => overlaps(s.range, visible));
  if (first < 0) return screenful;
  let last = first;
  // An event between the lines of another may end before the screen begins.
  while (
    last < slices.length &&
    last - first < PAGE.markedEvents.value &&
    slices[last]!.range.start <= visible.end
  )
    last++;
  return [first, last];
}

/** The events in sight and a screenful on either side, so that scrolling finds them marked. */
export function aroundSight(slices: readonly EventSlice[], visible: Range | null): [number, number] {
  const [first, last] = eventsInSight(slices, visible);
  return [Math.max(0, first - SCREENFUL), Math.min(slices.length, last + SCREENFUL)];
}
