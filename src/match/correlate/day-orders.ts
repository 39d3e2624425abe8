import type { Readings } from '../../knowledge';
import { type EventTime, type UnorderedDate, usualOrder } from './event-time';
import type { DayOrder } from './time-forms';

/**
 * Which number of a date is the day, as far as events prove it: if one event is dated the 13th, dates in the same
 * field of the others have the same order. Two events that contradict each other prove nothing.
 */
export class DayOrders {
  private readonly proved = new Map<string, DayOrder | 'both'>();

  /** Takes what an event's time proves. */
  take({ field, proves }: EventTime): void {
    if (!proves) return;
    const before = this.proved.get(field);
    this.proved.set(field, before === undefined || before === proves ? proves : 'both');
  }

  /** The order of a date: what the events prove for its field, else the usual one. */
  of({ field, half }: UnorderedDate, readings: Readings): DayOrder | null {
    const proved = this.proved.get(field);
    return proved === undefined || proved === 'both' ? usualOrder(half, readings) : proved;
  }

  /** The moment of the first of these dates whose order is known; null if there is none. */
  first(dates: readonly UnorderedDate[], readings: Readings): number | null {
    for (const date of dates) {
      const order = this.of(date, readings);
      if (order) return date.either[order];
    }
    return null;
  }
}
