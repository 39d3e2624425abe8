import type { Scope } from '../serve';
import type { WorkerThread } from '../watching';
import type { FromWorker, ToWorker } from '../wire';

/*
 * A worker in the test's own thread: real code on both sides, and between them messages that are copied as between
 * threads and arrive late, in their order.
 */

/** Milliseconds until the next message arrives. */
export type Latency = () => number;

/** What can happen to a thread, before the next message that it sends. */
export type Fate = 'lives' | 'falls silent' | 'dies';

export class LocalThread implements WorkerThread {
  onmessage: WorkerThread['onmessage'] = null;
  onerror: WorkerThread['onerror'] = null;
  onmessageerror: WorkerThread['onmessageerror'] = null;
  private fate: Fate = 'lives';
  private readonly scope: Scope;
  /** What is on its way in each direction, and when the last of it arrives. */
  private readonly ways = { to: new Way(), from: new Way() };

  constructor(
    serveIn: (scope: Scope) => void,
    private readonly latency: Latency,
    /** Of a lock that the thread holds while it lives; see `life.ts`. */
    lock?: string,
  ) {
    this.scope = { onmessage: null, postMessage: (message, moved) => this.send(message, moved) };
    serveIn(this.scope);
    if (lock !== undefined) this.send({ kind: 'life', lock }, []);
  }

  postMessage(message: ToWorker): void {
    const data = structuredClone(message);
    this.later('to', () => {
      if (this.fate === 'lives') this.scope.onmessage?.({ data } as MessageEvent<ToWorker>);
    });
  }

  terminate(): void {
    this.fate = 'falls silent';
  }

  /** Nothing of what it sends arrives any more. */
  fallsSilent(): void {
    this.fate = 'falls silent';
  }

  /** Its script throws. */
  dies(): void {
    if (this.fate !== 'lives') return;
    this.fate = 'dies';
    this.onerror?.({ message: 'It died.' } as ErrorEvent);
  }

  private send(message: FromWorker, moved: Transferable[]): void {
    const data = structuredClone(message, { transfer: moved });
    this.later('from', () => {
      if (this.fate === 'lives') this.onmessage?.({ data } as MessageEvent<FromWorker>);
    });
  }

  private later(direction: 'to' | 'from', deliver: () => void): void {
    this.ways[direction].send(deliver, this.latency());
  }
}

/** Keeps messages in their order, however long each takes. */
class Way {
  private readonly deliveries: (() => void)[] = [];
  private last = 0;

  send(deliver: () => void, latency: number): void {
    const now = performance.now();
    this.last = Math.max(this.last, now + latency);
    this.deliveries.push(deliver);
    setTimeout(() => this.deliveries.shift()?.(), this.last - now);
  }
}
