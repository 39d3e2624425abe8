import type { whenOver } from './life';
import type { Thread } from './thread';
import type { Beacon, Failure, FromWorker, ToWorker } from './wire';

/*
 * The interface between a watched worker and the code that uses it.
 */

export type WorkerThread = Thread<ToWorker, FromWorker>;

/** How long a worker may be silent while it has something to do, in milliseconds. */
export interface Patience {
  /** While a backtracking expression runs, which may never end. */
  readonly pattern: number;
  /** During all other work, which is slow at worst. */
  readonly work: number;
  /** While its script loads. */
  readonly start: number;
}

/** What ended a worker. */
export interface Loss<B extends Beacon> {
  readonly failure: Failure<B>;
  /** The kind of the request that the worker was at; null if unknown. */
  readonly what: string | null;
}

export interface WatchedOptions<B extends Beacon> {
  readonly start: () => WorkerThread;
  readonly patience: Patience;
  /** A worker has been started; it has no state yet. */
  readonly onStart?: () => void;
  /** The worker reports something that belongs to no single request. */
  readonly onNews?: (message: never) => void;
  /** How a thread's end is noticed, by the lock that it holds; tests bring their own. */
  readonly whenOver?: typeof whenOver;
  /** The worker is gone. Called before its requests end; the next request starts another. */
  readonly onLoss?: (loss: Loss<B>) => void;
}

export interface AskOptions<T> {
  /** At most one request of a lane is with the worker: a newer one asks it to stop, and replaces one that waits. */
  readonly lane?: string;
  /** The request goes to the worker now, under this number. */
  readonly onSent?: (number: number) => void;
  readonly onTold?: (message: T) => void;
  /** Ends the request at once. */
  readonly signal?: AbortSignal;
}
