import type { EventFormat } from '../event';
import { LargeLog, type LogHost } from './large-log';
import type { LogQuestion, LogState } from './messages';
import type { LogSource } from './source';
import { TextSource } from './text-source';

/*
 * Logs for tests: read in small pieces, and watched until they have nothing more to do.
 */

/** A log, all its reports, and what happens between its pieces. */
export class WatchedLog implements LogHost {
  readonly log: LargeLog;
  readonly states: LogState[] = [];
  /** The backtracking expressions that it announced. */
  readonly beacons: string[] = [];
  /** Called whenever the log lets other work run. */
  between: () => void = () => {};
  private time = 0;
  private settled: (() => void) | null = null;

  constructor(source: LogSource) {
    this.log = new LargeLog(source, this);
  }

  static async of(text: string | Blob, usual = 2000, format?: EventFormat): Promise<WatchedLog> {
    const sizes = { usual, most: 1 << 20, sight: 400, doubt: 400 };
    const file = typeof text === 'string' ? new Blob([text]) : text;
    return new WatchedLog(await TextSource.open(file, format, sizes));
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

  /** Each look finds that another report is due. */
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

  /** The indices of the listed events. */
  get listed(): number[] {
    return Array.from({ length: this.state.listed }, (_, place) => this.log.eventAt(place)!);
  }
}

/** Rules and two hundred events, some of them malformed, over several pieces of `WatchedLog`. */
export const settings = { ignoreLogsource: false, placeholders: {} };
export const question = (rule: string, more: Partial<LogQuestion> = {}): LogQuestion => ({
  rule,
  document: 0,
  settings,
  ...more,
});
export const rule = (detection: string) =>
  `title: A rule\nlogsource: {product: test}\ndetection:\n    ${detection}\n`;
export const FAILS = rule('a: {k: fail}\n    b: {u: ann}\n    condition: a and b');
export const WORKS = rule('a: {k: ok}\n    condition: a');
export const BROKEN = 'title: A rule\ndetection: {';

export const EVENTS = Array.from({ length: 200 }, (_, i) =>
  i % 40 === 7
    ? '{"k":}'
    : JSON.stringify({
        '@timestamp': new Date(1_700_000_000_000 + ((i * 37) % 200) * 1000).toISOString(),
        k: i % 3 === 0 ? 'fail' : 'ok',
        u: i % 2 === 0 ? 'ann' : 'Bob',
        path: `C:\\Wörk\\${i}.exe`,
        list: ['x', i],
      }),
);
export const TEXT = EVENTS.join('\n');
