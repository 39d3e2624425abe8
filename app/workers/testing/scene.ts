import { vi } from 'vitest';
import { WatchedWorker } from '../watched-worker';
import type { Loss } from '../watching';
import type { Beacon, End } from '../wire';
import { FakeThread } from './fake-thread';

/*
 * A watched worker and what happens to it, for tests.
 */

export type Asks = { readonly [what: string]: { asks: string; tells: string; gives: string } };

export const PATIENCE = { pattern: 100, work: 1000, start: 5000 };

/** A worker, all threads that it has had, and how each request has ended. */
export class Scene {
  readonly threads: FakeThread[] = [];
  readonly ends: Record<string, string[]> = {};
  readonly told: string[] = [];
  readonly losses: string[] = [];
  private readonly stops: Record<string, AbortController> = {};
  private over = () => {};
  readonly worker = new WatchedWorker<Asks>({
    start: () => {
      this.threads.push(new FakeThread());
      return this.thread;
    },
    patience: PATIENCE,
    whenOver: (lock, over) => {
      this.over = over;
      this.told.push(`life ${lock}`);
      return () => this.told.push(`life ${lock} is let go`);
    },
    onNews: (message) => this.told.push(`news: ${message}`),
    onLoss: (loss) => this.losses.push(lossWords(loss)),
  });

  get thread(): FakeThread {
    return this.threads.at(-1)!;
  }

  ask(id: string, lane?: string): void {
    this.ends[id] = [];
    const stop = new AbortController();
    this.stops[id] = stop;
    const onTold = (message: string) => void this.told.push(`${id}: ${message}`);
    void this.worker
      .ask(id, `asks ${id}`, { ...(lane ? { lane } : {}), onTold, signal: stop.signal })
      .then((end) => this.ends[id]!.push(endWords(end)));
  }

  async takes(step: Step): Promise<void> {
    const [kind, what, more] = step;
    if (kind === 'ask') this.ask(what, more);
    else if (kind === 'says') this.thread.says(what);
    else if (kind === 'wait') vi.advanceTimersByTime(what);
    else if (kind === 'goes') this.over();
    else if (kind === 'dies') this.thread.dies(what);
    else if (kind === 'cancel') this.worker.cancel(what);
    else if (kind === 'abort') this.stops[what]!.abort();
    else if (kind === 'breaks') this.thread.onmessageerror?.({} as MessageEvent);
    else this.worker.close();
    // Promises settle before anything else happens.
    await Promise.resolve();
    await Promise.resolve();
  }
}

export type Step =
  | readonly ['ask', id: string, lane?: string]
  | readonly ['says', data: unknown, more?: undefined]
  | readonly ['wait', milliseconds: number, more?: undefined]
  | readonly ['goes', what?: undefined, more?: undefined]
  | readonly ['dies', message: string, more?: undefined]
  | readonly ['cancel', lane: string, more?: undefined]
  | readonly ['abort', id: string, more?: undefined]
  | readonly ['breaks', what?: undefined, more?: undefined]
  | readonly ['close', what?: undefined, more?: undefined];

export function endWords(end: End<string>): string {
  if (end.how === 'answered') return `answered ${end.answer}`;
  if (end.how === 'superseded') return 'superseded';
  const { failure } = end;
  if (failure.why === 'died' || failure.why === 'threw') return `${failure.why}: ${failure.message}`;
  return failure.why === 'garbage' || failure.why === 'gone'
    ? failure.why
    : `${failure.why}${atWords(failure.at)}`;
}

function lossWords({ failure, what }: Loss<Beacon>): string {
  return `${what} ${endWords({ how: 'failed', failure })}`;
}

const atWords = (at: Beacon | null) => (at?.pattern ? ` at ${at.pattern}` : '');

export const READY: Step = ['says', { kind: 'ready' }];
export const answered = (number: number, answer: string): Step => [
  'says',
  { kind: 'answered', number, answer },
];
export const at = (number: number, pattern: string | null): Step => [
  'says',
  { kind: 'at', number, beacon: { pattern } },
];
export const told = (number: number, message: string): Step => ['says', { kind: 'told', number, message }];
export const alive = (...open: number[]): Step => ['says', { kind: 'alive', open }];
