import type { SigmaEvent } from '../event';
import {
  eventTime,
  latestNamed,
  latestPlaced,
  notAfter,
  placeOf,
  readYearless,
  YEARLESS_FIELD,
  yearlessOf,
} from '../match';
import { Column } from './columns';

/**
 * The times of a log's events, in microseconds since 1970. Those that name no year have the place that they take in a leap
 * year until all events are known, and then a year as correlations give it to them.
 */
export class LogTimes {
  /** Not a number where an event has no time. */
  readonly micros = new Column((n) => new Float64Array(n));
  /** 1 where the event names no year. */
  private readonly yearless = new Column((n) => new Uint8Array(n));
  /** How many events have a time. */
  count = 0;
  private newest: number | null = null;
  private placed = true;

  /** Takes the next event; null stands for one that is malformed. */
  add(event: SigmaEvent | null): void {
    const dated = event && eventTime(event);
    const written = event && !dated ? readYearless(event.get(YEARLESS_FIELD)) : null;
    this.micros.push(dated?.micros ?? (written ? placeOf(written) : Number.NaN));
    this.yearless.push(written ? 1 : 0);
    if (dated) this.newest = Math.max(this.newest ?? dated.micros, dated.micros);
    if (dated || written) this.count++;
    if (this.placed && (written || (dated && this.hasYearless))) this.placed = false;
    if (written) this.hasYearless = true;
  }

  private hasYearless = false;

  /** Gives years to the times that name none, by all events that there are. */
  placeYears(): void {
    if (this.placed) return;
    this.placed = true;
    const micros = this.micros.data;
    const yearless = this.yearless.data;
    const { length } = this.micros;
    const limit = this.newest === null ? latestPlaced(this.places()) : latestNamed(this.newest);
    for (let i = 0; i < length; i++)
      if (yearless[i] === 1) micros[i] = notAfter(yearlessOf(micros[i]!), limit);
  }

  /** The time of an event in milliseconds since 1970; null where it has none, or no year as yet. */
  millisOf(event: number): number | null {
    const micros = this.micros.data[event]!;
    if (Number.isNaN(micros) || (!this.placed && this.yearless.data[event] === 1)) return null;
    return Math.floor(micros / 1000);
  }

  private places(): Float64Array {
    const micros = this.micros.data;
    const yearless = this.yearless.data;
    const all = new Float64Array(this.count);
    let count = 0;
    for (let i = 0; i < this.micros.length; i++)
      if (yearless[i] === 1) all[count++] = placeOf(yearlessOf(micros[i]!));
    return all.subarray(0, count).sort();
  }
}
