import type { SigmaEvent } from '../../event';
import type { Readings } from '../../knowledge';
import { DayOrders } from './day-orders';
import { type EventTime, eventTime, yearlessTime } from './event-time';
import { latest, notAfter, type YearlessTime } from './yearless-time';

/**
 * The times of a document's events. A time without a year, and a date that does not say which number is the day,
 * depend on the other events, so all are read when the first is needed.
 */
export class EventTimes {
  private readonly known = new Map<SigmaEvent, EventTime | null>();
  private limit: number | null = null;
  private orders: DayOrders | null = null;

  constructor(
    private readonly events: readonly SigmaEvent[],
    private readonly readings: Readings,
  ) {}

  /** The time of one of the events; null if none of its fields is a timestamp. */
  of(event: SigmaEvent): EventTime | null {
    let time = this.dated(event);
    if (time) return time;
    const found = yearlessTime(event);
    if (!found) return null;
    this.limit ??= this.latest();
    const micros = notAfter(found.time, this.limit);
    time = { micros, zoneless: true, yearless: true, field: found.field };
    this.known.set(event, time);
    return time;
  }

  private dated(event: SigmaEvent): EventTime | null {
    let time = this.known.get(event);
    if (time === undefined) {
      time = eventTime(event, this.readings, (date) => {
        this.orders ??= this.ordersOf();
        return this.orders.of(date, this.readings);
      });
      this.known.set(event, time);
    }
    return time;
  }

  /** What the events prove about the order of day and month. */
  private ordersOf(): DayOrders {
    const orders = new DayOrders();
    for (const event of this.events) {
      const time = eventTime(event, this.readings, () => null);
      if (time) orders.take(time);
    }
    return orders;
  }

  private latest(): number {
    let newest: number | null = null;
    const yearless: YearlessTime[] = [];
    for (const event of this.events) {
      const time = this.dated(event);
      if (time) newest = newest === null ? time.micros : Math.max(newest, time.micros);
      else {
        const found = yearlessTime(event);
        if (found) yearless.push(found.time);
      }
    }
    return latest(newest, yearless);
  }
}
