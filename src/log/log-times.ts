import type { SigmaEvent } from '../event';
import { AS_OURS } from '../knowledge';
import {
  DayOrders,
  eventTime,
  latestNamed,
  latestPlaced,
  notAfter,
  placeOf,
  type UnorderedDate,
  yearlessOf,
  yearlessTime,
} from '../match';
import { Column } from './columns';

/** What remains to be decided about a time. */
const YEARLESS = 1;
const UNORDERED = 2;
/** Its dates have a provisional order. */
const ORDERED = 4;

/** An event with dates that do not show which number is the day, and its time if nothing else decides. */
interface Unordered {
  readonly event: number;
  readonly dates: readonly UnorderedDate[];
  readonly otherwise: number;
}

/**
 * The times of a log's events, in microseconds since 1970. Times without a year have their place in a leap year until
 * all events are known, and then get a year as in correlations. The same goes for dates that do not show which number
 * is the day.
 */
export class LogTimes {
  /** Not a number where an event has no time. */
  readonly micros = new Column((n) => new Float64Array(n));
  private readonly open = new Column((n) => new Uint8Array(n));
  private readonly orders = new DayOrders();
  private readonly unordered: Unordered[] = [];
  private newest: number | null = null;
  private timed = 0;
  private placed = true;
  private hasYearless = false;

  /** How many events have a time. */
  get count(): number {
    return this.timed + this.unordered.filter(({ event }) => !Number.isNaN(this.micros.data[event]!)).length;
  }

  /** Adds the next event; null for a malformed one. */
  add(event: SigmaEvent | null): void {
    const dates: UnorderedDate[] = [];
    const dated =
      event &&
      eventTime(event, AS_OURS, (date) => {
        dates.push(date);
        return null;
      });
    const written = event && !dated ? (yearlessTime(event)?.time ?? null) : null;
    const micros = dated?.micros ?? (written ? placeOf(written) : Number.NaN);
    if (dates.length > 0) this.unordered.push({ event: this.micros.length, dates, otherwise: micros });
    this.micros.push(micros);
    this.open.push((written ? YEARLESS : 0) | (dates.length > 0 ? UNORDERED : 0));
    if (dated) this.orders.take(dated);
    if (dates.length === 0) {
      if (dated) this.newest = Math.max(this.newest ?? dated.micros, dated.micros);
      if (dated || written) this.timed++;
    }
    if (this.placed && (written || dates.length > 0 || (dated && this.isOpen))) this.placed = false;
    if (written) this.hasYearless = true;
  }

  private get isOpen(): boolean {
    return this.hasYearless || this.unordered.length > 0;
  }

  /** Gives the dates an order, and the times a year, by all events so far. */
  placeYears(): void {
    if (this.placed) return;
    this.placed = true;
    const micros = this.micros.data;
    const open = this.open.data;
    let { newest } = this;
    for (const { event, dates, otherwise } of this.unordered) {
      const found = this.orders.first(dates, AS_OURS);
      const time = found ?? otherwise;
      micros[event] = time;
      open[event] = (open[event]! & ~ORDERED) | (found === null ? 0 : ORDERED);
      if (!this.isYearless(event) && !Number.isNaN(time)) newest = Math.max(newest ?? time, time);
    }
    const limit = newest === null ? latestPlaced(this.places()) : latestNamed(newest);
    for (let i = 0; i < this.micros.length; i++)
      if (this.isYearless(i)) micros[i] = notAfter(yearlessOf(micros[i]!), limit);
  }

  /** The time of an event in milliseconds since 1970; null if it has none, or no year or order yet. */
  millisOf(event: number): number | null {
    const micros = this.micros.data[event]!;
    if (Number.isNaN(micros) || (!this.placed && this.open.data[event] !== 0)) return null;
    return Math.floor(micros / 1000);
  }

  /** The times of `count` events from `first` on, in milliseconds since 1970; not a number where an event has none. */
  millisFrom(first: number, count: number): Float64Array<ArrayBuffer> {
    return Float64Array.from({ length: count }, (_, i) => this.millisOf(first + i) ?? Number.NaN);
  }

  private isYearless(event: number): boolean {
    return (this.open.data[event]! & (YEARLESS | ORDERED)) === YEARLESS;
  }

  private places(): Float64Array {
    const micros = this.micros.data;
    const all = new Float64Array(this.micros.length);
    let count = 0;
    for (let i = 0; i < this.micros.length; i++)
      if (this.isYearless(i)) all[count++] = placeOf(yearlessOf(micros[i]!));
    return all.subarray(0, count).sort();
  }
}
