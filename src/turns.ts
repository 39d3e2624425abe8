/** Long work lets others run after this many milliseconds. */
const TURN = 12;

/** Lets others run; false if the calling work is no longer wanted. */
export type Turn = () => Promise<boolean>;

/** Milliseconds since some moment. */
export type Clock = () => number;

const now: Clock = () => performance.now();

/** Tells long work when to let others run, and whether it is still wanted afterwards. */
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

  /** Lets others run if this turn is over; false if the work is no longer wanted. */
  async goOn(): Promise<boolean> {
    if (!this.isOver) return true;
    const wanted = await this.turn();
    this.since = this.clock();
    return wanted;
  }

  /** Runs all steps and returns their result; null if the work is no longer wanted before the last. */
  async through<T>(steps: Generator<unknown, T>): Promise<{ readonly value: T } | null> {
    let step = steps.next();
    for (; !step.done; step = steps.next()) if (this.isOver && !(await this.goOn())) return null;
    return { value: step.value };
  }
}

/** Paces what long work does from time to time, such as reporting progress. */
export class Every {
  private last: number;

  constructor(
    private readonly milliseconds: number,
    private readonly clock: Clock = now,
  ) {
    this.last = clock();
  }

  /** True if the interval has passed since it was last true; then it starts again. */
  isDue(): boolean {
    if (this.clock() - this.last < this.milliseconds) return false;
    this.restart();
    return true;
  }

  /** Starts the interval now. */
  restart(): void {
    this.last = this.clock();
  }
}

let channel: MessageChannel | null = null;
const waiting: (() => void)[] = [];

/**
 * Lets waiting messages for this thread in. A message to oneself comes after those already waiting and, unlike a
 * timer, is not delayed by 4 ms. Several pieces of work may wait at once.
 */
export function breathe(): Promise<true> {
  return new Promise((resolve) => {
    waiting.push(() => resolve(true));
    nextMessage();
  });
}

function nextMessage(): void {
  // An open channel would keep a terminal process alive.
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
