import type { SigmaEvent, ValueLocation } from '../../event';
import { isScalar, type Range, type Scalar } from '../../text';

/** The value of an event, or part of one, where a user selected text. */
export interface Picked {
  /** The event's own name of the field. */
  readonly field: string;
  readonly value: Scalar;
  /** The selected part of the value's text. */
  readonly part: Range;
}

/** The most members of a list to search one by one. */
const MAX_MEMBERS = 100;

/**
 * What the selected stretch of the events' text covers in `event`: a value, or part of one. A cursor in a value or
 * its key selects the whole value. Null if the stretch has no value, or parts of several.
 */
export function pickedAt(event: SigmaEvent, range: Range): Picked | null {
  const found = new Map<number, Picked>();
  event.exact?.();
  for (const field of event.fields()) {
    const value = event.get(field);
    const list = Array.isArray(value);
    const members: readonly unknown[] = list ? value.slice(0, MAX_MEMBERS) : [value];
    members.forEach((member, i) => {
      if (!isScalar(member)) return;
      const place = list ? event.locate(field, i) : event.locate(field);
      // Several names may lead to one range; the first is the shortest.
      if (!place || found.has(place.value.start)) return;
      const part = partIn(place, String(member).length, range);
      if (part) found.set(place.value.start, { field, value: member, part });
    });
  }
  const [only, ...more] = found.values();
  return only && more.length === 0 ? only : null;
}

function partIn(place: ValueLocation, length: number, { start, end }: Range): Range | null {
  const { key, value } = place;
  const whole = { start: 0, end: length };
  if (start === end) {
    const inside = (r: Range | null) => r !== null && start >= r.start && start <= r.end;
    return inside(key) || inside(value) ? whole : null;
  }
  if (start >= value.end || end <= value.start) return null;
  if (start <= value.start && end >= value.end) return whole;
  const unit = (i: number) => place.toText({ start: i, end: i + 1 })[0];
  const from = first(length, (i) => (unit(i)?.end ?? Number.POSITIVE_INFINITY) > start);
  const to = first(length, (i) => (unit(i)?.start ?? Number.POSITIVE_INFINITY) >= end);
  return to > from ? { start: from, end: to } : null;
}

/** The smallest index from 0 for which `holds` is true, as it is for all greater ones; `length` if it is never true. */
function first(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
