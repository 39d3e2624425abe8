import { breathe } from '../../src/turns';
import { type Beacon, type FromWorker, type Requests, SIGN_EVERY, type ToWorker } from './wire';

/** What a handler gives where a newer request has taken the place of its own. */
export const SUPERSEDED: unique symbol = Symbol('superseded');

/** A request that is being answered. */
export interface Task<T> {
  readonly number: number;
  /** Tells something on the way to the answer. */
  tell(message: T, moved?: readonly Transferable[]): void;
  /** Lets messages in that wait, between two pieces of work; false once the answer is no longer wanted. */
  turn(): Promise<boolean>;
}

/** By kind of request what answers it. What it throws is the request's failure. */
export type Handlers<A extends Requests> = {
  readonly [K in keyof A]: (
    asks: A[K]['asks'],
    task: Task<A[K]['tells']>,
  ) => Promise<A[K]['gives'] | typeof SUPERSEDED> | A[K]['gives'] | typeof SUPERSEDED;
};

/** The part of a worker's global scope that is needed here. */
export interface Scope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker, moved: Transferable[]): void;
}

/** What a worker's code may say beside the answers. */
export interface Server<B extends Beacon> {
  /** Tells something that belongs to no single request. */
  news(message: unknown, moved?: readonly Transferable[]): void;
  /** Says what comes next, so that a watchdog can name it. Cheap, but not for each of a million comparisons. */
  at(beacon: B): void;
}

interface OpenRequest {
  wanted: boolean;
  /** What was said last of what is done for it. */
  beacon: Beacon;
}

const NOTHING: Beacon = { pattern: null };

/**
 * Answers the page's requests by `handlers`; each ends once, whatever its handler does. While any is open, signs of life go out
 * whenever the thread is free to send them.
 */
export function serve<A extends Requests, B extends Beacon = Beacon>(
  scope: Scope,
  handlers: Handlers<A>,
): Server<B> {
  const open = new Map<number, OpenRequest>();
  let active = 0;
  let lastSign = 0;
  let signs: ReturnType<typeof setInterval> | undefined;
  /** What the page knows of what this thread does. */
  let told: { readonly number: number; readonly pattern: string | null } = { number: 0, pattern: null };

  const post = (message: FromWorker, moved: readonly Transferable[] = []) =>
    scope.postMessage(message, moved as Transferable[]);
  const sign = () => {
    const now = performance.now();
    if (now - lastSign < SIGN_EVERY) return;
    lastSign = now;
    post({ kind: 'alive', open: [...open.keys()] });
  };
  const at = (number: number, beacon: Beacon) => {
    const { pattern } = beacon;
    const request = open.get(number);
    if (request) request.beacon = beacon;
    if (pattern === null && told.pattern === null && told.number === number) return;
    told = { number, pattern };
    post({ kind: 'at', number, beacon });
  };
  /** From here on what is done is done for this request; it goes on with what it was at. */
  const enter = (number: number) => {
    active = number;
    if (told.number !== number) at(number, open.get(number)?.beacon ?? NOTHING);
  };

  const answer = async ({ number, what, asks }: Extract<ToWorker, { kind: 'ask' }>) => {
    const state: OpenRequest = { wanted: true, beacon: NOTHING };
    const task: Task<unknown> = {
      number,
      tell: (message, moved) => post({ kind: 'told', number, message }, moved),
      turn: async () => {
        sign();
        await breathe();
        enter(number);
        return state.wanted;
      },
    };
    open.set(number, state);
    signs ??= setInterval(sign, SIGN_EVERY);
    enter(number);
    let end: FromWorker;
    try {
      const given: unknown = await handlers[what as keyof A]!(asks as never, task as never);
      end =
        given === SUPERSEDED ? { kind: 'superseded', number } : { kind: 'answered', number, answer: given };
    } catch (error) {
      end = { kind: 'failed', number, message: error instanceof Error ? error.message : String(error) };
    }
    open.delete(number);
    if (open.size === 0) {
      clearInterval(signs);
      signs = undefined;
    }
    try {
      post(end);
    } catch (error) {
      // An answer that cannot be posted is a fault of ours, and no reason to leave the page without one.
      post({ kind: 'failed', number, message: String(error) });
    }
  };

  scope.onmessage = ({ data }) => {
    if (data.kind === 'ask') void answer(data);
    else {
      const request = open.get(data.number);
      if (request) request.wanted = false;
    }
  };
  post({ kind: 'ready' });
  return {
    news: (message, moved) => post({ kind: 'news', message }, moved),
    at: (beacon) => at(active, beacon),
  };
}
