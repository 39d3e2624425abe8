import { count } from '../../text';
import type { Terminal } from '../terminal';

/** Milliseconds between two looks at how far it is. */
const STEP = 250;

/** Tells how far a run is, in place: events, events a second, and the time that is left. */
export class Progress {
  private readonly began: number;
  private last = 0;
  private events = 0;
  private bytes = 0;

  /** `size`: all bytes; null if nobody knows. */
  constructor(
    private readonly terminal: Terminal,
    private readonly size: number | null,
    private readonly clock: () => number = () => performance.now(),
  ) {
    this.began = clock();
  }

  /** So many more events were asked about. */
  more(events: number): void {
    this.events += events;
    this.show();
  }

  /** So many bytes are through. */
  through(bytes: number): void {
    this.bytes = bytes;
    this.show();
  }

  end(): void {
    this.terminal.progress('');
  }

  private show(): void {
    const now = this.clock();
    if (now - this.last < STEP) return;
    this.last = now;
    const seconds = (now - this.began) / 1000;
    const rate = `${Math.round(this.events / seconds).toLocaleString('en')} a second`;
    this.terminal.progress([count(this.events, 'event'), rate, ...this.left(seconds)].join(', '));
  }

  private left(seconds: number): string[] {
    if (!this.size || this.bytes === 0) return [];
    const share = Math.min(1, this.bytes / this.size);
    return [`${Math.floor(share * 100)} %`, `${lasting((seconds * (1 - share)) / share)} left`];
  }
}

/** A time in words: `40 s`, `3 min`, `2 h 5 min`. */
function lasting(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
