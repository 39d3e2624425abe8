import { Deadline } from './deadline';
import { whenOver } from './life';
import { firstMissing, type Lane, type Open, type Wish } from './requests';
import type { AskOptions, WatchedOptions, WorkerThread } from './watching';
import {
  type Beacon,
  type End,
  type Failure,
  type FromWorker,
  type Requests,
  readMessage,
  type ToWorker,
} from './wire';

const SUPERSEDED = { how: 'superseded' } as const;

/**
 * A worker whose every request ends: in an answer, superseded, or in a named failure. One watchdog looks after all of
 * them. A worker that goes silent, dies or sends nonsense is ended; the next request starts a new one.
 */
export class WatchedWorker<A extends Requests, B extends Beacon = Beacon> {
  private thread: WorkerThread | null = null;
  private ready = false;
  private last = 0;
  private readonly open = new Map<number, Open<B>>();
  private readonly lanes = new Map<string, Lane<B>>();
  /** When the worker gave its last sign of life, or first got something to do. */
  private heard = 0;
  private at: { readonly number: number; readonly beacon: B } | null = null;
  private readonly deadline = new Deadline((now) => this.check(now));
  private stopWaiting = () => {};

  constructor(private readonly options: WatchedOptions<B>) {}

  /** True while there is a worker, which may hold state. */
  get isStarted(): boolean {
    return this.thread !== null;
  }

  /** Asks the worker. If `asks` is a function, it is called when the request goes to the worker. */
  ask<K extends keyof A & string>(
    what: K,
    asks: A[K]['asks'] | (() => A[K]['asks']),
    options: AskOptions<A[K]['tells']> = {},
  ): Promise<End<A[K]['gives'], B>> {
    return new Promise((resolve) => {
      const get = typeof asks === 'function' ? (asks as () => unknown) : () => asks;
      const wish: Wish<B> = { what, asks: get, options: options as AskOptions<never>, end: resolve };
      const lane = options.lane === undefined ? undefined : this.lanes.get(options.lane);
      if (!lane) {
        this.send(wish);
        return;
      }
      lane.waiting?.end(SUPERSEDED);
      lane.waiting = wish;
      this.post({ kind: 'cancel', number: lane.under.number });
    });
  }

  /** Not null while the worker has a request of the lane; `waits`: another waits for its end. */
  isBusy(lane: string): { readonly waits: boolean } | null {
    const found = this.lanes.get(lane);
    return found ? { waits: found.waiting !== null } : null;
  }

  /** True while nothing that was asked is still to end. */
  get isIdle(): boolean {
    return this.open.size === 0 && this.lanes.size === 0;
  }

  /** Asks the worker to stop its work for a lane. */
  cancel(lane: string): void {
    const found = this.lanes.get(lane);
    if (found) this.post({ kind: 'cancel', number: found.under.number });
  }

  /** Ends the worker. Its requests are no longer wanted. */
  close(): void {
    for (const { end } of this.stop()) end(SUPERSEDED);
  }

  private send(wish: Wish<B>): void {
    const { what, options, end } = wish;
    const { lane, signal } = options;
    const number = ++this.last;
    try {
      this.thread ??= this.launch();
    } catch (error) {
      end({ how: 'failed', failure: { why: 'died', message: messageOf(error) } });
      return;
    }
    const now = performance.now();
    if (this.open.size === 0) this.heard = now;
    const open: Open<B> = { ...wish, number, heard: now, isMissing: false };
    this.open.set(number, open);
    if (lane !== undefined) this.lanes.set(lane, { under: open, waiting: null });
    signal?.addEventListener('abort', () => this.drop(number), { once: true });
    options.onSent?.(number);
    try {
      this.post({ kind: 'ask', number, what, asks: wish.asks() });
    } catch (error) {
      this.end(number, { how: 'failed', failure: { why: 'threw', message: messageOf(error) } });
    }
    this.arm();
  }

  private post(message: ToWorker): void {
    this.thread?.postMessage(message);
  }

  private launch(): WorkerThread {
    const thread = this.options.start();
    this.ready = false;
    this.at = null;
    thread.onmessage = ({ data }) => this.hear(data);
    thread.onerror = (event) => this.lose({ why: 'died', message: event.message ?? '' });
    thread.onmessageerror = () => this.lose({ why: 'garbage' });
    this.options.onStart?.();
    return thread;
  }

  private hear(data: unknown): void {
    const message = readMessage<B>(data, this.last);
    if (!message) {
      this.lose({ why: 'garbage' });
      return;
    }
    this.heard = performance.now();
    if (message.kind === 'ready') {
      this.ready = true;
      for (const request of this.open.values()) request.heard = this.heard;
    } else if (message.kind === 'life') {
      this.stopWaiting = (this.options.whenOver ?? whenOver)(message.lock, () => this.lose({ why: 'gone' }));
    } else if (message.kind === 'alive') {
      for (const request of this.open.values()) request.isMissing = true;
      for (const number of message.open) this.sign(number);
    } else if (message.kind === 'news') this.options.onNews?.(message.message as never);
    else {
      this.sign(message.number);
      this.take(message);
    }
    this.arm();
  }

  private take(message: Exclude<FromWorker<B>, { kind: 'ready' | 'life' | 'alive' | 'news' }>): void {
    const { number } = message;
    if (message.kind === 'at') {
      this.at = message;
      return;
    }
    if (message.kind === 'told') {
      this.open.get(number)?.options.onTold?.(message.message as never);
      return;
    }
    if (this.at?.number === number) this.at = null;
    if (message.kind === 'answered') this.end(number, { how: 'answered', answer: message.answer as never });
    else if (message.kind === 'superseded') this.end(number, SUPERSEDED);
    else this.end(number, { how: 'failed', failure: { why: 'threw', message: String(message.message) } });
  }

  private sign(number: number): void {
    const request = this.open.get(number);
    if (!request) return;
    request.heard = this.heard;
    request.isMissing = false;
  }

  /** Nobody wants the answer any more; the worker may still be working on it until it notices. */
  private drop(number: number): void {
    if (!this.open.has(number)) return;
    this.post({ kind: 'cancel', number });
    this.end(number, SUPERSEDED);
  }

  /** Ends a request. An ended request does not end again: an answer may come late, or twice. */
  private end(number: number, end: End<never, B>): void {
    const request = this.open.get(number);
    if (!request) return;
    this.open.delete(number);
    request.end(end);
    const { lane } = request.options;
    if (lane !== undefined) this.goOnIn(lane);
  }

  /** Sends what waits in a lane; whoever asked before learns of the end first. */
  private goOnIn(name: string): void {
    const lane = this.lanes.get(name);
    if (!lane?.waiting) {
      this.lanes.delete(name);
      return;
    }
    queueMicrotask(() => {
      // The worker may have been lost meanwhile, and what waited has ended with it.
      if (this.lanes.get(name) !== lane || !lane.waiting) return;
      this.lanes.delete(name);
      this.send(lane.waiting);
    });
  }

  /** Sets the moment at which patience ends. */
  private arm(): void {
    if (this.open.size === 0) this.deadline.clear();
    else this.deadline.set(Math.min(this.workerDue, this.requestDue));
  }

  private get workerDue(): number {
    const { pattern, work, start } = this.options.patience;
    if (!this.ready) return this.heard + start;
    const isSmall = this.at && (this.at.beacon.pattern !== null || this.at.beacon.isSmall);
    return this.heard + (isSmall ? pattern : work);
  }

  /** A worker that is alive may still have lost a request. */
  private get requestDue(): number {
    const lost = firstMissing(this.open.values());
    return lost && this.ready ? lost.heard + this.options.patience.work : Number.POSITIVE_INFINITY;
  }

  private check(now: number): void {
    if (now >= this.workerDue) {
      this.lose({ why: 'no answer', at: this.at?.beacon ?? null });
      return;
    }
    // It can be trusted with nothing any more; and whoever holds state in it has to know.
    if (now >= this.requestDue) {
      this.lose({ why: 'no answer', at: null }, firstMissing(this.open.values()));
      return;
    }
    this.arm();
  }

  /** The worker is gone, over the request `over` if that is known. */
  private lose(failure: Failure<B>, over: Open<B> | null = null): void {
    const { at } = this;
    const guilty = over ?? (at && this.open.get(at.number)) ?? this.open.values().next().value ?? null;
    const wishes = this.stop();
    this.options.onLoss?.({ failure, what: guilty?.what ?? null });
    const others: Failure<B> =
      failure.why === 'no answer' ? { why: 'ended', at: at?.beacon ?? null } : failure;
    for (const wish of wishes) wish.end({ how: 'failed', failure: wish === guilty ? failure : others });
  }

  /** Ends the thread; returns its requests that have not ended. */
  private stop(): Wish<B>[] {
    this.deadline.clear();
    this.stopWaiting();
    this.stopWaiting = () => {};
    const { thread } = this;
    if (thread) {
      thread.onmessage = null;
      thread.onerror = null;
      thread.onmessageerror = null;
      thread.terminate();
    }
    this.thread = null;
    this.at = null;
    const waiting = [...this.lanes.values()].flatMap((lane) => lane.waiting ?? []);
    const all = [...this.open.values(), ...waiting];
    this.open.clear();
    this.lanes.clear();
    return all;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
