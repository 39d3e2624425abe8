import { VERDICTS } from '../match';
import type { LogColumns } from './columns';
import type { LogTimes } from './log-times';
import { byTime, eventsInView, type LogView, WHOLE } from './view';

const MATCH = VERDICTS.indexOf('match');

/** Which events of a log are listed, and in which order. Computed again on demand after a change. */
export class Listing {
  view: LogView = WHOLE;
  private sorted: Uint32Array | null = null;
  private listed: Uint32Array = new Uint32Array(0);
  private isStale = true;

  /** `canSort`: false while more events come. `isSearching`: only found events are listed. */
  constructor(
    private readonly columns: LogColumns,
    private readonly times: LogTimes,
    private readonly canSort: () => boolean,
    private readonly isSearching: () => boolean,
  ) {}

  /** Lists other events, or in another order. */
  show(view: LogView): void {
    this.view = view;
    this.isStale = true;
  }

  /** Verdicts, hits or events have changed; with `more`, events were added. */
  change(more = false): void {
    this.isStale = true;
    if (more) this.sorted = null;
  }

  get events(): Uint32Array {
    if (!this.isStale) return this.listed;
    this.isStale = false;
    const { columns, view } = this;
    const times = this.times.micros.data;
    if (view.order !== 'file' && this.canSort()) this.sorted ??= byTime(times, columns.length);
    this.listed = eventsInView(columns, times, view, this.isSearching(), this.sorted);
    return this.listed;
  }

  /** True if the list is sorted by time. */
  get isSorted(): boolean {
    return this.view.order !== 'file' && this.sorted !== null;
  }

  /** Where an event is in the list; -1 if it is not listed. */
  placeOf(event: number): number {
    return this.events.indexOf(event);
  }

  /**
   * The place of the next matching event after `place` or, with `step` -1, of the previous one; -1 if there is none.
   */
  nextMatch(place: number, step: 1 | -1): number {
    const { events } = this;
    const codes = this.columns.codes.data;
    for (let at = place + step; at >= 0 && at < events.length; at += step)
      if (codes[events[at]!] === MATCH) return at;
    return -1;
  }
}
