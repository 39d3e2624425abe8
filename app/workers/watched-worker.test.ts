import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeThread } from './fake-thread';
import { WatchedWorker } from './watched-worker';
import type { Loss } from './watching';
import type { Beacon, End } from './wire';

type Asks = { readonly [what: string]: { asks: string; tells: string; gives: string } };

const PATIENCE = { pattern: 100, work: 1000, start: 5000 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A worker, the threads that it has had, and how each request has ended. */
class Scene {
  readonly threads: FakeThread[] = [];
  readonly ends: Record<string, string[]> = {};
  readonly told: string[] = [];
  readonly losses: string[] = [];
  private readonly stops: Record<string, AbortController> = {};
  readonly worker = new WatchedWorker<Asks>({
    start: () => {
      this.threads.push(new FakeThread());
      return this.thread;
    },
    patience: PATIENCE,
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

type Step =
  | readonly ['ask', id: string, lane?: string]
  | readonly ['says', data: unknown, more?: undefined]
  | readonly ['wait', milliseconds: number, more?: undefined]
  | readonly ['dies', message: string, more?: undefined]
  | readonly ['cancel', lane: string, more?: undefined]
  | readonly ['abort', id: string, more?: undefined]
  | readonly ['breaks', what?: undefined, more?: undefined]
  | readonly ['close', what?: undefined, more?: undefined];

function endWords(end: End<string>): string {
  if (end.how === 'answered') return `answered ${end.answer}`;
  if (end.how === 'superseded') return 'superseded';
  const { failure } = end;
  if (failure.why === 'died' || failure.why === 'threw') return `${failure.why}: ${failure.message}`;
  return failure.why === 'garbage' ? 'garbage' : `${failure.why}${atWords(failure.at)}`;
}

function lossWords({ failure, what }: Loss<Beacon>): string {
  return `${what} ${endWords({ how: 'failed', failure })}`;
}

const atWords = (at: Beacon | null) => (at?.pattern ? ` at ${at.pattern}` : '');

const READY: Step = ['says', { kind: 'ready' }];
const answered = (number: number, answer: string): Step => ['says', { kind: 'answered', number, answer }];
const at = (number: number, pattern: string | null): Step => [
  'says',
  { kind: 'at', number, beacon: { pattern } },
];
const told = (number: number, message: string): Step => ['says', { kind: 'told', number, message }];
const alive = (...open: number[]): Step => ['says', { kind: 'alive', open }];

interface Case {
  readonly name: string;
  readonly steps: readonly Step[];
  /** How each request has ended; none: it is still open. */
  readonly ends: Readonly<Record<string, string | readonly string[]>>;
  readonly losses?: readonly string[];
  readonly told?: readonly string[];
  readonly threads?: number;
  /** The numbers that the newest thread was told are no longer wanted. */
  readonly cancelled?: readonly number[];
}

const CASES: readonly Case[] = [
  { name: 'an answer', steps: [['ask', 'a'], READY, answered(1, 'x')], ends: { a: 'answered x' } },
  {
    name: 'progress before the answer, and none after it',
    steps: [['ask', 'a'], told(1, 'half'), answered(1, 'x'), told(1, 'more')],
    ends: { a: 'answered x' },
    told: ['a: half'],
  },
  {
    name: 'news, with nothing asked',
    steps: [['ask', 'a'], answered(1, 'x'), ['says', { kind: 'news', message: 'hello' }]],
    ends: { a: 'answered x' },
    told: ['news: hello'],
  },
  {
    name: 'answers out of turn',
    steps: [['ask', 'a'], ['ask', 'b'], answered(2, 'y'), answered(1, 'x')],
    ends: { a: 'answered x', b: 'answered y' },
  },
  {
    name: 'an answer twice counts once',
    steps: [['ask', 'a'], ['ask', 'b'], answered(1, 'x'), answered(1, 'again'), answered(2, 'y')],
    ends: { a: 'answered x', b: 'answered y' },
  },
  {
    name: 'a request that throws, and the worker goes on',
    steps: [
      ['ask', 'a'],
      ['says', { kind: 'failed', number: 1, message: 'no' }],
      ['ask', 'b'],
      answered(2, 'y'),
    ],
    ends: { a: 'threw: no', b: 'answered y' },
  },
  {
    name: 'no answer',
    steps: [['ask', 'a'], READY, ['wait', 999], ['wait', 1]],
    ends: { a: 'no answer' },
    losses: ['a no answer'],
  },
  {
    name: 'an answer that comes late, but in time',
    steps: [['ask', 'a'], READY, ['wait', 999], answered(1, 'x'), ['wait', 100_000]],
    ends: { a: 'answered x' },
  },
  {
    name: 'no answer, with the pattern that ran',
    steps: [['ask', 'a'], READY, ['wait', 500], at(1, '(x+)+'), ['wait', 99], ['wait', 1]],
    ends: { a: 'no answer at (x+)+' },
    losses: ['a no answer at (x+)+'],
  },
  {
    name: 'a slow piece of work is no pattern that hangs',
    steps: [['ask', 'a'], READY, at(1, '(x+)+'), at(1, null), ['wait', 900], answered(1, 'x')],
    ends: { a: 'answered x' },
  },
  {
    name: 'signs of life keep a long request alive',
    steps: [['ask', 'a'], READY, ['wait', 900], alive(1), ['wait', 900], told(1, 'half'), ['wait', 900]],
    ends: { a: [] },
    told: ['a: half'],
  },
  {
    name: 'a request of which a living worker knows nothing',
    steps: [['ask', 'a'], ['ask', 'b'], READY, ['wait', 600], alive(2), ['wait', 600], answered(2, 'y')],
    ends: { a: 'no answer', b: 'answered y' },
  },
  {
    name: 'the one that the worker was at did not answer, the other was ended with it',
    steps: [['ask', 'a'], ['ask', 'b'], READY, at(2, '(x+)+'), ['wait', 100]],
    ends: { a: 'ended at (x+)+', b: 'no answer at (x+)+' },
    losses: ['b no answer at (x+)+'],
  },
  {
    name: 'after a restart the number of an old request means nothing',
    steps: [['ask', 'a'], READY, ['wait', 1000], ['ask', 'b'], READY, answered(1, 'old'), answered(2, 'y')],
    ends: { a: 'no answer', b: 'answered y' },
    losses: ['a no answer'],
    threads: 2,
  },
  {
    name: 'a script that takes long to load is waited for',
    steps: [['ask', 'a'], ['wait', 4000], READY, ['wait', 900], answered(1, 'x')],
    ends: { a: 'answered x' },
  },
  {
    name: 'a script that never loads',
    steps: [
      ['ask', 'a'],
      ['wait', 5000],
    ],
    ends: { a: 'no answer' },
    losses: ['a no answer'],
  },
  {
    name: 'a worker that dies',
    steps: [
      ['ask', 'a'],
      ['ask', 'b'],
      ['dies', 'out of memory'],
    ],
    ends: { a: 'died: out of memory', b: 'died: out of memory' },
    losses: ['a died: out of memory'],
  },
  {
    name: 'garbage',
    steps: [
      ['ask', 'a'],
      ['says', 'hello'],
    ],
    ends: { a: 'garbage' },
    losses: ['a garbage'],
  },
  {
    name: 'nothing at all',
    steps: [
      ['ask', 'a'],
      ['says', null],
    ],
    ends: { a: 'garbage' },
    losses: ['a garbage'],
  },
  {
    name: 'an answer to what nobody asked',
    steps: [['ask', 'a'], answered(2, 'y')],
    ends: { a: 'garbage' },
    losses: ['a garbage'],
  },
  {
    name: 'a message without its parts',
    steps: [
      ['ask', 'a'],
      ['says', { kind: 'at', number: 1 }],
    ],
    ends: { a: 'garbage' },
    losses: ['a garbage'],
  },
  {
    name: 'a message that cannot be read',
    steps: [['ask', 'a'], ['breaks']],
    ends: { a: 'garbage' },
    losses: ['a garbage'],
  },
  {
    name: 'in a lane the newer one waits until the older one has stopped',
    steps: [
      ['ask', 'a', 'l'],
      READY,
      ['ask', 'b', 'l'],
      ['says', { kind: 'superseded', number: 1 }],
      answered(2, 'y'),
    ],
    ends: { a: 'superseded', b: 'answered y' },
    cancelled: [1],
  },
  {
    name: 'of those that wait in a lane the newest stays',
    steps: [
      ['ask', 'a', 'l'],
      READY,
      ['ask', 'b', 'l'],
      ['ask', 'c', 'l'],
      answered(1, 'x'),
      answered(2, 'z'),
    ],
    ends: { a: 'answered x', b: 'superseded', c: 'answered z' },
    cancelled: [1, 1],
  },
  {
    name: 'lanes do not wait for each other',
    steps: [['ask', 'a', 'l'], ['ask', 'b', 'm'], ['ask', 'c'], answered(3, 'z'), answered(2, 'y')],
    ends: { a: [], b: 'answered y', c: 'answered z' },
  },
  {
    name: 'what waits in a lane of a worker that hangs is told so',
    steps: [['ask', 'a', 'l'], READY, ['ask', 'b', 'l'], ['wait', 1000]],
    ends: { a: 'no answer', b: 'ended' },
    losses: ['a no answer'],
  },
  {
    name: 'a lane is asked to stop',
    steps: [
      ['ask', 'a', 'l'],
      ['cancel', 'l'],
      ['says', { kind: 'superseded', number: 1 }],
    ],
    ends: { a: 'superseded' },
    cancelled: [1],
  },
  {
    name: 'one that is aborted ends at once, and its answer is dropped',
    steps: [['ask', 'a'], ['abort', 'a'], answered(1, 'x')],
    ends: { a: 'superseded' },
    cancelled: [1],
  },
  {
    name: 'a worker with nothing to do may be silent',
    steps: [
      ['ask', 'a'],
      READY,
      answered(1, 'x'),
      ['wait', 100_000],
      ['ask', 'b'],
      ['wait', 900],
      answered(2, 'y'),
    ],
    ends: { a: 'answered x', b: 'answered y' },
  },
  {
    name: 'closed',
    steps: [['ask', 'a'], ['ask', 'b', 'l'], ['ask', 'c', 'l'], ['close']],
    ends: { a: 'superseded', b: 'superseded', c: 'superseded' },
  },
];

describe('each request ends as its worker does', () => {
  test.each(CASES)('$name', async ({ steps, ends, losses = [], told: said = [], threads, cancelled }) => {
    const scene = new Scene();
    for (const step of steps) await scene.takes(step);
    const expected = Object.entries(ends).map(([id, end]) => [id, typeof end === 'string' ? [end] : end]);
    expect(scene.ends).toEqual(Object.fromEntries(expected));
    expect(scene.losses).toEqual(losses);
    expect(scene.told).toEqual(said);
    if (threads) expect(scene.threads).toHaveLength(threads);
    if (cancelled) expect(scene.thread.cancelled).toEqual(cancelled);
    // A thread that was given up is ended, and hears nothing more.
    for (const thread of scene.threads.slice(0, -1)) expect(thread.isEnded).toBe(true);
  });

  test('one that cannot be posted fails, and so does one whose worker cannot be started', async () => {
    const thread = new FakeThread();
    thread.postMessage = () => {
      throw new Error('cannot be cloned');
    };
    const worker = new WatchedWorker<Asks>({ start: () => thread, patience: PATIENCE });
    expect(endWords(await worker.ask('a', 'x'))).toBe('threw: cannot be cloned');
    const none = new WatchedWorker<Asks>({
      start: () => {
        throw new Error('refused');
      },
      patience: PATIENCE,
    });
    expect(endWords(await none.ask('a', 'x'))).toBe('died: refused');
  });

  test('what is asked is made when it goes to the worker', async () => {
    const scene = new Scene();
    let held = 'nothing';
    void scene.worker.ask('a', () => held, { lane: 'l' });
    void scene.worker.ask('b', () => held, {
      lane: 'l',
      onSent: (number) => scene.told.push(`sent ${number}`),
    });
    held = 'something';
    expect(scene.worker.isBusy('l')).toEqual({ waits: true });
    await scene.takes(answered(1, 'x'));
    expect(scene.thread.asked.map(({ asks }) => asks)).toEqual(['nothing', 'something']);
    expect(scene.told).toEqual(['sent 2']);
    await scene.takes(answered(2, 'y'));
    expect(scene.worker.isBusy('l')).toBeNull();
  });

  test('a page that was held up itself hears what waits before it gives a worker up', async () => {
    const scene = new Scene();
    await scene.takes(['ask', 'a']);
    await scene.takes(READY);
    // The clock goes on while no timer and no message is let in, as after a laptop’s sleep.
    const now = performance.now();
    vi.spyOn(performance, 'now').mockImplementation(() => now + 60_000);
    await scene.takes(['wait', 1000]);
    await scene.takes(answered(1, 'x'));
    await scene.takes(['wait', 10_000]);
    expect(scene.ends).toEqual({ a: ['answered x'] });
    vi.restoreAllMocks();
  });
});

test('whatever a worker does, each request ends once', async () => {
  const number = fc.integer({ min: 1, max: 6 });
  const step: fc.Arbitrary<(scene: Scene, asked: number) => Step> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.option(fc.constantFrom('l', 'm')).map(
        (lane) =>
          (_: Scene, asked: number): Step => ['ask', `r${asked}`, lane ?? undefined],
      ),
    },
    fc.tuple(fc.constantFrom('answered', 'superseded', 'failed', 'told'), number).map(
      ([kind, n]) =>
        (): Step => ['says', { kind, number: n, answer: 'x', message: 'm' }],
    ),
    number.map((n) => () => at(n, n % 2 ? '(x+)+' : null)),
    fc.array(number).map((open) => () => alive(...open)),
    fc.constant(() => READY),
    fc.integer({ min: 1, max: 2000 }).map((ms) => (): Step => ['wait', ms]),
    fc.constantFrom('l', 'm').map((lane) => (): Step => ['cancel', lane]),
    fc.constantFrom<Step>(['dies', 'x'], ['says', 7], ['breaks'], ['close']).map((s) => () => s),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const scene = new Scene();
      for (const make of steps) {
        const next = make(scene, Object.keys(scene.ends).length);
        if (next[0] !== 'ask' && scene.threads.length === 0) continue;
        await scene.takes(next);
      }
      // No worker says anything more: patience ends for those that are open, and for those that waited for them.
      for (let i = 0; i < 20; i++) await scene.takes(['wait', 6000]);
      for (const ends of Object.values(scene.ends)) expect(ends).toHaveLength(1);
      const running = scene.threads.filter(({ isEnded }) => !isEnded);
      expect(running.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 300 },
  );
});
