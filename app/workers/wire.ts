/*
 * The messages between the page and its workers. Each request has a number and ends once: answered, superseded or
 * failed. Progress messages may come before its end.
 */

/** The requests to a worker: for each kind, the question, the messages on the way, and the answer. */
export type Requests = {
  readonly [kind: string]: { readonly asks: unknown; readonly tells: unknown; readonly gives: unknown };
};

/** What a worker is about to do; a worker may add more. */
export interface Beacon {
  /** The pattern that runs and may take long, or never end; null for all other work. */
  readonly pattern: string | null;
  /** False: another pattern, told before, may be the one that runs. */
  readonly isSure?: boolean;
  /** One small piece of work, which gets no more patience than a pattern. */
  readonly isSmall?: boolean;
}

export type ToWorker =
  | { readonly kind: 'ask'; readonly number: number; readonly what: string; readonly asks: unknown }
  /** The answer is no longer wanted. */
  | { readonly kind: 'cancel'; readonly number: number };

export type FromWorker<B extends Beacon = Beacon> =
  /** The worker's script has loaded. */
  | { readonly kind: 'ready' }
  /** The lock that the worker holds as long as it lives. */
  | { readonly kind: 'life'; readonly lock: string }
  /** A sign of life, with the numbers of the worker's open requests. */
  | { readonly kind: 'alive'; readonly open: readonly number[] }
  /** What the worker does next, and for which request. */
  | { readonly kind: 'at'; readonly number: number; readonly beacon: B }
  | { readonly kind: 'told'; readonly number: number; readonly message: unknown }
  /** Sent of its own accord, or on behalf of several requests. */
  | { readonly kind: 'news'; readonly message: unknown }
  | { readonly kind: 'answered'; readonly number: number; readonly answer: unknown }
  | { readonly kind: 'superseded'; readonly number: number }
  /** The request threw; the worker goes on. */
  | { readonly kind: 'failed'; readonly number: number; readonly message: string };

/** How a request ends. */
export type End<T, B extends Beacon = Beacon> =
  | { readonly how: 'answered'; readonly answer: T }
  /** A newer request replaced it, or nobody wants its answer any more. */
  | { readonly how: 'superseded' }
  | { readonly how: 'failed'; readonly failure: Failure<B> };

/** Why a request failed. In every case but `threw`, the worker is gone, with its state. */
export type Failure<B extends Beacon = Beacon> =
  /** No sign of life for too long; `at` is what the worker was about to do, as far as it said. */
  | { readonly why: 'no answer'; readonly at: B | null }
  /** The worker was ended because of another request. */
  | { readonly why: 'ended'; readonly at: B | null }
  | { readonly why: 'died'; readonly message: string }
  /** The worker was ended by nobody here: by the browser, for want of memory say. */
  | { readonly why: 'gone' }
  /** The worker sent something that cannot be understood. */
  | { readonly why: 'garbage' }
  | { readonly why: 'threw'; readonly message: string };

const NUMBERED = new Set(['at', 'told', 'answered', 'superseded', 'failed']);

/** `data` as a message of a worker that has had `last` requests; null if it is not one. */
export function readMessage<B extends Beacon>(data: unknown, last: number): FromWorker<B> | null {
  if (typeof data !== 'object' || data === null) return null;
  const message = data as { readonly [key: string]: unknown };
  const { kind, number, open, beacon, lock } = message;
  if (kind === 'ready' || kind === 'news') return message as unknown as FromWorker<B>;
  if (kind === 'life') return typeof lock === 'string' ? (message as unknown as FromWorker<B>) : null;
  if (kind === 'alive') return Array.isArray(open) ? (message as unknown as FromWorker<B>) : null;
  if (typeof kind !== 'string' || !NUMBERED.has(kind)) return null;
  const isNumber = typeof number === 'number' && Number.isInteger(number) && number > 0 && number <= last;
  if (!isNumber || (kind === 'at' && (typeof beacon !== 'object' || beacon === null))) return null;
  return message as unknown as FromWorker<B>;
}

/** Milliseconds between two signs of life. */
export const SIGN_EVERY = 250;
