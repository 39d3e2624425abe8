/** A share of a log: some consecutive events. */
export interface ShareSize {
  readonly events: number;
  readonly bytes: number;
}

type ShareState = 'waiting' | 'taken' | 'done' | 'lost';

/** Which shares of a log are done. Any number of workers take shares from it; what one does not finish, another takes. */
export class ShareBook {
  private readonly states: ShareState[];
  /** No share before it waits. */
  private next = 0;
  /** Of the shares that are done. */
  events = 0;
  bytes = 0;
  private open: number;

  constructor(private readonly shares: readonly ShareSize[]) {
    this.states = shares.map(() => 'waiting');
    this.open = shares.length;
  }

  get totalEvents(): number {
    return this.shares.reduce((sum, { events }) => sum + events, 0);
  }

  get totalBytes(): number {
    return this.shares.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Takes the first share that waits; null if none does. */
  take(): number | null {
    while (this.next < this.states.length && this.states[this.next] !== 'waiting') this.next++;
    if (this.next === this.states.length) return null;
    this.states[this.next] = 'taken';
    return this.next++;
  }

  /** A share that was taken is not finished: it waits again. */
  giveBack(share: number): void {
    if (this.states[share] !== 'taken') return;
    this.states[share] = 'waiting';
    this.next = Math.min(this.next, share);
  }

  /** A share is done. False if it was done before. */
  finish(share: number): boolean {
    const size = this.shares[share];
    if (!size || this.isEnded(share)) return false;
    this.states[share] = 'done';
    this.events += size.events;
    this.bytes += size.bytes;
    this.open--;
    return true;
  }

  /** A share cannot be done: it is not asked for again. Gives its events; none if it was ended before. */
  lose(share: number): number {
    const size = this.shares[share];
    if (!size || this.isEnded(share)) return 0;
    this.states[share] = 'lost';
    this.open--;
    return size.events;
  }

  private isEnded(share: number): boolean {
    return this.states[share] === 'done' || this.states[share] === 'lost';
  }

  /** True once every share is done or lost. */
  get isOver(): boolean {
    return this.open === 0;
  }
}
