import type { SigmaEvent } from '../../event';
import { AS_OURS } from '../../knowledge';
import { DayOrders } from './day-orders';
import { type EventTime, eventTime, type UnorderedDate, yearlessTime } from './event-time';
import type { DayOrder } from './time-forms';
import { latestNamed, latestPlaced, notAfter, placeOf, yearlessOf } from './yearless-time';

/** When an event happened, as far as it says so alone. Plain data. */
export interface OwnTime {
  /** Microseconds since 1970; null if it names no year, or nothing. */
  readonly micros: number | null;
  /** Dates before it that do not show which number is the day. */
  readonly dates: readonly UnorderedDate[];
  /** The place in a leap year of a time without a year. */
  readonly place: number | null;
}

/** What the events of a part of a log say about the times of the others. Plain data. */
export interface TimeFacts {
  /** Orders of day and month that dates prove, by field. */
  readonly proofs: readonly (readonly [field: string, order: DayOrder])[];
  /** The newest time that needs no other event. */
  readonly newest: number | null;
  /** Places in a leap year of times without a year, each once. */
  readonly places: readonly number[];
  /** Times with dates that do not show which number is the day, each once. */
  readonly unordered: readonly OwnTime[];
}

/** Takes the events of a part of a log, one after another, and keeps what their times say about others. */
export class PartTimes {
  private readonly proofs = new Map<string, [string, DayOrder]>();
  private newest: number | null = null;
  private readonly places = new Set<number>();
  private readonly unordered = new Map<string, OwnTime>();

  /** The time of the next event, as far as it says so itself. */
  take(event: SigmaEvent): OwnTime {
    const dates: UnorderedDate[] = [];
    const dated = eventTime(event, AS_OURS, (date) => {
      dates.push(date);
      return null;
    });
    if (dated) this.prove(dated);
    const written = dated ? null : yearlessTime(event);
    const own = { micros: dated?.micros ?? null, dates, place: written ? placeOf(written.time) : null };
    if (dates.length > 0) this.unordered.set(JSON.stringify(own), own);
    else if (dated) this.newest = Math.max(this.newest ?? dated.micros, dated.micros);
    else if (own.place !== null) this.places.add(own.place);
    return own;
  }

  get facts(): TimeFacts {
    return {
      proofs: [...this.proofs.values()],
      newest: this.newest,
      places: [...this.places],
      unordered: [...this.unordered.values()],
    };
  }

  private prove({ field, proves }: EventTime): void {
    if (proves) this.proofs.set(`${proves} ${field}`, [field, proves]);
  }
}

/** What is known of the times of one file: the facts of all its parts. */
export class FileTimes {
  private readonly orders = new DayOrders();
  private certain: number | null = null;
  private readonly yearless = new Set<number>();
  private readonly unordered = new Map<string, OwnTime>();

  add({ proofs, newest, places, unordered }: TimeFacts): void {
    for (const [field, proves] of proofs) this.orders.take({ field, proves, micros: 0, zoneless: false });
    if (newest !== null) this.certain = Math.max(this.certain ?? newest, newest);
    for (const place of places) this.yearless.add(place);
    for (const own of unordered) this.unordered.set(JSON.stringify(own), own);
  }

  /** The newest time that names its year; null if none does. */
  get newest(): number | null {
    let { certain } = this;
    for (const own of this.unordered.values()) {
      const micros = this.dated(own);
      if (micros !== null) certain = Math.max(certain ?? micros, micros);
    }
    return certain;
  }

  /** The last time of all events; minus infinity if none has one. `latest`: as for `micros`. */
  last(latest: number): number {
    const placed = this.places.map((place) => notAfter(yearlessOf(place), latest));
    return placed.reduce((last, micros) => Math.max(last, micros), this.newest ?? Number.NEGATIVE_INFINITY);
  }

  /** The places in a leap year of all times without a year. */
  get places(): number[] {
    const open = [...this.unordered.values()].filter((own) => this.dated(own) === null);
    return [...this.yearless, ...open.flatMap(({ place }) => place ?? [])];
  }

  /** The time of an event; a time without a year is the last one that is not after `latest`. */
  micros(own: OwnTime, latest: number): number | null {
    return this.dated(own) ?? (own.place === null ? null : notAfter(yearlessOf(own.place), latest));
  }

  private dated({ micros, dates }: OwnTime): number | null {
    return this.orders.first(dates, AS_OURS) ?? micros;
  }
}

/**
 * For each file the last moment that its times without a year may be: as in one document by the file's own times, else
 * by those of the other files.
 */
export function latestOf(files: readonly FileTimes[]): number[] {
  const own = files.map(({ newest }) => newest);
  let newest: number | null = null;
  for (const one of own) if (one !== null) newest = Math.max(newest ?? one, one);
  if (newest !== null) return own.map((one) => latestNamed(one ?? newest));
  const places = [...new Set(files.flatMap((file) => file.places))].sort((a, b) => a - b);
  const latest = latestPlaced(places);
  return files.map(() => latest);
}
