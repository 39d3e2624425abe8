/** Long work gives others a turn after so many milliseconds. */
const TURN = 12;

/** Gives others a turn; false if the work that asks is no longer wanted. */
export type Turn = () => Promise<boolean>;

/** Milliseconds since some moment. */
export type Clock = () => number;

const now: Clock = () => performance.now();

/** Tells long work when to give others a turn, and whether it is still wanted after that. */
export class Turns {
  private since: number;

  constructor(
    private readonly turn: Turn,
    private readonly clock: Clock = now,
  ) {
    this.since = clock();
  }

  /** True once this turn has lasted long enough. */
  get isOver(): boolean {
    return this.clock() - this.since > TURN;
  }

  /** Gives others a turn where this one is over; false if the work is no longer wanted. */
  async goOn(): Promise<boolean> {
    if (!this.isOver) return true;
    const wanted = await this.turn();
    this.since = this.clock();
    return wanted;
  }

  /** Takes all steps and gives their result; null if the work stopped being wanted before the last of them. */
  async through<T>(steps: Generator<unknown, T>): Promise<{ readonly value: T } | null> {
    let step = steps.next();
    for (; !step.done; step = steps.next()) if (this.isOver && !(await this.goOn())) return null;
    return { value: step.value };
  }
}

/** Paces what long work does now and then, such as a report of its progress. */
export class Every {
  private last: number;

  constructor(
    private readonly milliseconds: number,
    private readonly clock: Clock = now,
  ) {
    this.last = clock();
  }

  /** True if so many milliseconds have passed since it was last true; they count anew from then. */
  isDue(): boolean {
    if (this.clock() - this.last < this.milliseconds) return false;
    this.restart();
    return true;
  }

  /** Counts from this moment. */
  restart(): void {
    this.last = this.clock();
  }
}

let channel: MessageChannel | null = null;
const waiting: (() => void)[] = [];

/**
 * Lets the messages in that wait for this thread. A message to oneself comes after those that wait already and, unlike a
 * timer, is not held back by 4 ms. Several pieces of work may wait at once.
 */
export function breathe(): Promise<true> {
  return new Promise((resolve) => {
    waiting.push(() => resolve(true));
    nextMessage();
  });
}

function nextMessage(): void {
  // An open channel would keep a process in the terminal alive.
  if (typeof setImmediate === 'function') {
    setImmediate(() => waiting.shift()?.());
    return;
  }
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()?.();
  }
  channel.port2.postMessage(null);
}
