import { own } from '../../src/text';
import { breathe } from '../../src/turns';
import { holdLife } from './life';
import { type Beacon, type FromWorker, type Requests, SIGN_EVERY, type ToWorker } from './wire';

/** What a handler returns if a newer request has replaced its own. */
export const SUPERSEDED: unique symbol = Symbol('superseded');

/** A request that is being answered. */
export interface Task<T> {
  readonly number: number;
  /** Reports something before the answer. */
  tell(message: T, moved?: readonly Transferable[]): void;
  /** Lets waiting messages in, between two pieces of work; false once the answer is no longer wanted. */
  turn(): Promise<boolean>;
}

/** The handler for each kind of request. What it throws is the request's failure. */
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

/** What a worker's code may send besides answers. */
export interface Server<B extends Beacon> {
  /** Reports something that belongs to no single request. */
  news(message: unknown, moved?: readonly Transferable[]): void;
  /**
   * Announces what comes next, so that a watchdog can name it: for the request that is being answered, or for the one
   * with this number. Cheap, but not for each of a million comparisons.
   */
  at(beacon: B, number?: number): void;
}

/**
 * Answers the page's requests with `handlers`; each ends exactly once, whatever its handler does. While any is open,
 * signs of life go out whenever the thread is free to send them.
 */
export function serve<A extends Requests, B extends Beacon = Beacon>(
  scope: Scope,
  handlers: Handlers<A>,
): Server<B> {
  const serving = new Serving(scope, handlers as unknown as Serving['handlers']);
  scope.onmessage = ({ data }) => serving.hear(data);
  scope.postMessage({ kind: 'ready' }, []);
  if ((scope as unknown) === globalThis) holdLife((lock) => scope.postMessage({ kind: 'life', lock }, []));
  return serving;
}

interface OpenRequest {
  wanted: boolean;
  /** The last announcement of what is done for it. */
  beacon: Beacon;
}

const NOTHING: Beacon = { pattern: null };

class Serving implements Server<Beacon> {
  private readonly open = new Map<number, OpenRequest>();
  /** The request that the thread is working for. */
  private active = 0;
  private signed = 0;
  private signs: ReturnType<typeof setInterval> | undefined;
  /** What the page knows about the current work of this thread. */
  private told = { number: 0, isNothing: true };

  constructor(
    private readonly scope: Scope,
    readonly handlers: Readonly<Record<string, (asks: unknown, task: Task<unknown>) => unknown>>,
  ) {}

  news(message: unknown, moved?: readonly Transferable[]): void {
    this.post({ kind: 'news', message }, moved);
  }

  at(beacon: Beacon, number: number = this.active): void {
    this.say(number, beacon);
  }

  hear(message: ToWorker): void {
    if (message.kind === 'ask') {
      void this.answer(message);
      return;
    }
    const request = this.open.get(message.number);
    if (request) request.wanted = false;
  }

  private async answer({ number, what, asks }: Extract<ToWorker, { kind: 'ask' }>): Promise<void> {
    const request: OpenRequest = { wanted: true, beacon: NOTHING };
    this.open.set(number, request);
    this.signs ??= setInterval(() => this.sign(), SIGN_EVERY);
    this.enter(number);
    const end = await this.endOf(number, () => own(this.handlers, what)!(asks, this.task(number, request)));
    this.open.delete(number);
    if (this.open.size === 0) {
      clearInterval(this.signs);
      this.signs = undefined;
    }
    try {
      this.post(end);
    } catch (error) {
      // An answer that cannot be posted is our own fault, but the page still needs an answer.
      this.post({ kind: 'failed', number, message: String(error) });
    }
  }

  private async endOf(number: number, give: () => unknown): Promise<FromWorker> {
    try {
      const answer = await give();
      return answer === SUPERSEDED ? { kind: 'superseded', number } : { kind: 'answered', number, answer };
    } catch (error) {
      return { kind: 'failed', number, message: error instanceof Error ? error.message : String(error) };
    }
  }

  private task(number: number, request: OpenRequest): Task<unknown> {
    return {
      number,
      tell: (message, moved) => this.post({ kind: 'told', number, message }, moved),
      turn: async () => {
        this.sign();
        await breathe();
        this.enter(number);
        return request.wanted;
      },
    };
  }

  /** From here on the thread works for this request and continues what it was at. */
  private enter(number: number): void {
    this.active = number;
    if (this.told.number !== number) this.say(number, this.open.get(number)?.beacon ?? NOTHING);
  }

  private say(number: number, beacon: Beacon): void {
    const request = this.open.get(number);
    if (request) request.beacon = beacon;
    const isNothing = beacon.pattern === null && Object.keys(beacon).length === 1;
    if (isNothing && this.told.isNothing && this.told.number === number) return;
    this.told = { number, isNothing };
    this.post({ kind: 'at', number, beacon });
  }

  private sign(): void {
    const now = performance.now();
    if (now - this.signed < SIGN_EVERY) return;
    this.signed = now;
    this.post({ kind: 'alive', open: [...this.open.keys()] });
  }

  private post(message: FromWorker, moved: readonly Transferable[] = []): void {
    this.scope.postMessage(message, moved as Transferable[]);
  }
}
