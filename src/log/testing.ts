import type { EventFormat } from '../event';
import { LargeLog, type LogHost } from './large-log';
import type { LogState } from './messages';
import type { LogSource } from './source';
import { TextSource } from './text-source';

/*
 * Logs for tests: read in small pieces, and watched until they have nothing more to do.
 */

/** A log, all that it reported, and what happens between its pieces. */
export class WatchedLog implements LogHost {
  readonly log: LargeLog;
  readonly states: LogState[] = [];
  /** The backtracking expressions that it told of. */
  readonly beacons: string[] = [];
  /** Called before each turn that the log gives to others. */
  between: () => void = () => {};
  private time = 0;
  private settled: (() => void) | null = null;

  constructor(source: LogSource, format?: EventFormat) {
    this.log = new LargeLog(source, this, format);
  }

  static async of(text: string | Blob, usual = 2000, format?: EventFormat): Promise<WatchedLog> {
    const sizes = { usual, most: 1 << 20, sight: 400, doubt: 400 };
    const file = typeof text === 'string' ? new Blob([text]) : text;
    return new WatchedLog(await TextSource.open(file, format, sizes), format);
  }

  get state(): LogState {
    return this.states.at(-1)!;
  }

  report(state: LogState): void {
    this.states.push(state);
    if (state.phase === 'ready' || state.stopped || state.failure !== null) this.settled?.();
  }

  beacon(pattern: string): void {
    this.beacons.push(pattern);
  }

  readonly turn = async (): Promise<boolean> => {
    this.between();
    return true;
  };

  /** Each look finds another report due. */
  readonly clock = (): number => {
    this.time += 1000;
    return this.time;
  };

  /** Runs until the log is through, was stopped, or failed. */
  async settle(start: (log: LargeLog) => void = (log) => log.begin()): Promise<this> {
    const done = new Promise<void>((resolve) => {
      this.settled = resolve;
    });
    start(this.log);
    await done;
    // The loop itself ends after its last report.
    await new Promise((resolve) => setTimeout(resolve));
    return this;
  }

  /** The numbers of the events that are listed. */
  get listed(): number[] {
    return Array.from({ length: this.state.listed }, (_, place) => this.log.eventAt(place)!);
  }
}
