import { vi } from 'vitest';
import { serveEngine } from '../../workers/engine/serve-engine';
import { LocalThread } from '../../workers/testing/local-thread';

/*
 * A world with a time of its own: messages, frames and timers come when the test says, and everything that they set off
 * has happened before the next.
 */

const immediate = setImmediate;

/** How fast things are. All in milliseconds; each list is gone through again and again. */
export interface Pace {
  /** Until a message arrives at the other thread. */
  readonly messages: readonly number[];
  /** Until what waits behind the page's own messages comes. */
  readonly later: readonly number[];
  /** How long the engine works between two looks at its clock. */
  readonly work: readonly number[];
}

export const AT_ONCE: Pace = { messages: [0], later: [0], work: [0] };

export const PATIENCE = { pattern: 200, work: 1000, start: 2000 };
const FRAME = 16;
/** More than so many timers until a page rests, and it never will. */
const MOST = 4000;

/** Makes time stand still until `pass`. */
export function stopTime(): void {
  vi.useFakeTimers({
    toFake: [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'setImmediate',
      'clearImmediate',
      'performance',
    ],
  });
}

/** One timer, and all that follows from it. */
async function next(): Promise<void> {
  vi.advanceTimersToNextTimer();
  await new Promise<void>((resolve) => immediate(resolve));
}

/** Lets so many milliseconds pass; `look` is called after each thing that happens. */
export async function pass(milliseconds: number, look: () => void = () => {}): Promise<void> {
  let isOver = false;
  setTimeout(() => {
    isOver = true;
  }, milliseconds);
  while (!isOver) {
    await next();
    look();
  }
}

/** Lets time pass until a page has been idle for longer than its own timers take. */
export async function rest(isIdle: () => boolean, look: () => void = () => {}): Promise<void> {
  let since = performance.now();
  for (let i = 0; i < MOST; i++) {
    if (!isIdle()) since = performance.now();
    else if (performance.now() - since > 100) return;
    setTimeout(() => {}, 20);
    await next();
    look();
  }
  throw new Error('The page does not come to rest.');
}

function through(all: readonly number[]): () => number {
  let i = 0;
  return () => all[i++ % all.length]!;
}

/** Threads of one page, with all that it needs of the browser. */
export class Threads {
  readonly all: LocalThread[] = [];
  /** Calls that wait behind the page's own messages. */
  waiting = 0;
  private over = new Map<string, () => void>();
  private readonly latency: () => number;
  private readonly laterBy: () => number;
  private readonly work: () => number;

  constructor(pace: Pace) {
    this.latency = through(pace.messages);
    this.laterBy = through(pace.later);
    this.work = through(pace.work);
  }

  readonly patience = PATIENCE;

  readonly start = (): LocalThread => {
    let worked = 0;
    const clock = () => {
      worked += this.work();
      return performance.now() + worked;
    };
    const thread = new LocalThread(
      (scope) => serveEngine(scope, clock),
      this.latency,
      String(this.all.length),
    );
    this.all.push(thread);
    return thread;
  };

  readonly whenOver = (lock: string, over: () => void): (() => void) => {
    this.over.set(lock, over);
    return () => this.over.delete(lock);
  };

  readonly onFrame = (call: () => void): void => {
    setTimeout(call, FRAME);
  };

  readonly later = (call: () => void): void => {
    this.waiting++;
    setTimeout(() => {
      this.waiting--;
      call();
    }, this.laterBy());
  };

  readonly onUnpinned = (): void => {};

  get newest(): LocalThread | undefined {
    return this.all.at(-1);
  }

  /** The browser ends the newest thread. */
  goes(): void {
    const lock = String(this.all.length - 1);
    const over = this.over.get(lock);
    if (!over) return;
    this.newest?.fallsSilent();
    over();
  }
}
