import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeThread } from './testing/fake-thread';
import { type Asks, alive, answered, at, endWords, PATIENCE, READY, Scene, type Step } from './testing/scene';
import { CASES } from './testing/scene-cases';
import { WatchedWorker } from './watched-worker';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

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
    // A thread that was given up is ended and receives nothing more.
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
    // The clock goes on while no timer and no message gets through, as after a laptop’s sleep.
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
      // No worker sends anything more: patience ends for the open requests and for those that wait for them.
      for (let i = 0; i < 20; i++) await scene.takes(['wait', 6000]);
      for (const ends of Object.values(scene.ends)) expect(ends).toHaveLength(1);
      const running = scene.threads.filter(({ isEnded }) => !isEnded);
      expect(running.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 300 },
  );
});
