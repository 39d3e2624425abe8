import type { AskOptions } from './watching';
import type { Beacon, End } from './wire';

/*
 * The requests to a worker, as the page keeps them until they end.
 */

/** A request that has not yet gone to the worker. */
export interface Wish<B extends Beacon> {
  readonly what: string;
  readonly asks: () => unknown;
  readonly options: AskOptions<never>;
  readonly end: (end: End<never, B>) => void;
}

/** A request that the worker has. */
export interface Open<B extends Beacon> extends Wish<B> {
  readonly number: number;
  /** When the worker last confirmed that it has it. */
  heard: number;
  /** The worker's last sign of life did not name it: it has not come yet, or is lost. */
  isMissing: boolean;
}

/** At most one request is with the worker, and one waits for its end. */
export interface Lane<B extends Beacon> {
  readonly under: Open<B>;
  waiting: Wish<B> | null;
}

/** Of the requests that the worker does not name, the one that it has not named for longest. */
export function firstMissing<B extends Beacon>(open: Iterable<Open<B>>): Open<B> | null {
  let first: Open<B> | null = null;
  for (const request of open)
    if (request.isMissing && request.heard < (first?.heard ?? Number.POSITIVE_INFINITY)) first = request;
  return first;
}
