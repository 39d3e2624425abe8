import { type EventSlice, eventJson, readEvents } from '../../../src/event';
import type { LessonSettings } from '../../../src/teach';
import { eventTexts } from '../lesson-work';

/**
 * The texts of the events, each by itself. Null where one of them, alone or below the others, would be read as something
 * else: a row of a table without its header, a document without its separator.
 */
export function eventsApart(events: string, format?: LessonSettings['format']): string[] | null {
  const texts = eventTexts(events, format);
  const whole = readEvents(events, format).slices;
  const below = readEvents(texts.join('\n'), format).slices;
  const isKept =
    below.length === whole.length &&
    whole.every((slice, i) => {
      const [alone, ...more] = readEvents(texts[i]!, format).slices;
      return more.length === 0 && isSame(slice, alone) && isSame(slice, below[i]);
    });
  return isKept ? texts : null;
}

/** True if both are the same event, or have the same fault. */
function isSame(one: EventSlice, other: EventSlice | undefined): boolean {
  if (!other) return false;
  if (one.event && other.event) return eventJson(one.event) === eventJson(other.event);
  return !one.event && !other.event && one.code === other.code;
}
