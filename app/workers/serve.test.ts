import { expect, test } from 'vitest';
import { type Handlers, type Scope, SUPERSEDED, serve } from './serve';
import { FakeThread } from './testing/fake-thread';
import { WatchedWorker } from './watched-worker';
import type { FromWorker } from './wire';

/** A worker’s global scope: records what is posted, copied as a browser would copy it. */
class FakeScope implements Scope {
  onmessage: Scope['onmessage'] = null;
  readonly said: FromWorker[] = [];
  hear: (message: FromWorker) => void = () => {};

  postMessage(message: FromWorker): void {
    const copy = structuredClone(message);
    this.said.push(copy);
    this.hear(copy);
  }
  get kinds(): string[] {
    return this.said.map((m) => ('number' in m ? `${m.kind} ${m.number}` : m.kind));
  }
}

type Asks = {
  readonly double: { asks: number; tells: string; gives: number };
  readonly fails: { asks: string; tells: never; gives: never };
  readonly unclonable: { asks: null; tells: never; gives: unknown };
  /** Works until it is no longer wanted. */
  readonly works: { asks: string; tells: string; gives: null };
};

const HANDLERS: Handlers<Asks> = {
  double: (n, task) => {
    task.tell(`doubling ${n}`);
    return 2 * n;
  },
  fails: (why) => {
    throw new Error(why);
  },
  unclonable: () => () => {},
  works: async (name, task): Promise<null | typeof SUPERSEDED> => {
    task.tell(`${name} begins`);
    while (await task.turn()) {}
    return SUPERSEDED;
  },
};

/** A worker that runs in this thread; its messages take a turn of the event loop, as between threads. */
function joined(handlers: Handlers<Asks> = HANDLERS) {
  const scope = new FakeScope();
  const thread = new FakeThread();
  thread.postMessage = (message) => {
    setTimeout(() => scope.onmessage?.({ data: structuredClone(message) } as MessageEvent));
  };
  scope.hear = (message) => setTimeout(() => thread.says(message));
  const server = serve<Asks>(scope, handlers);
  const patience = { pattern: 2000, work: 10_000, start: 10_000 };
  const worker = new WatchedWorker<Asks>({ start: () => thread, patience });
  return { scope, server, worker };
}

test('an answer comes after what was told on the way', async () => {
  const { worker } = joined();
  const told: string[] = [];
  const end = await worker.ask('double', 21, { onTold: (message) => told.push(message) });
  expect([end, told]).toEqual([{ how: 'answered', answer: 42 }, ['doubling 21']]);
});

test('what throws, and what cannot be posted, is a failure of that request alone', async () => {
  const { worker } = joined();
  const failed = (message: unknown) => ({ how: 'failed', failure: { why: 'threw', message } });
  expect(await worker.ask('fails', 'no')).toEqual(failed('no'));
  expect(await worker.ask('unclonable', null)).toEqual(
    failed(expect.stringContaining('could not be cloned')),
  );
  expect(await worker.ask('double', 1)).toEqual({ how: 'answered', answer: 2 });
});

test('a newer request of a lane stops the older one at its next turn; others are answered in between', async () => {
  const { worker } = joined();
  const told: string[] = [];
  const onTold = (message: string) => told.push(message);
  const first = worker.ask('works', 'first', { lane: 'l', onTold });
  expect(await worker.ask('double', 2)).toEqual({ how: 'answered', answer: 4 });
  const second = worker.ask('works', 'second', { lane: 'l', onTold });
  expect(await first).toEqual({ how: 'superseded' });
  while (told.length < 2) await new Promise((resolve) => setTimeout(resolve));
  worker.cancel('l');
  expect(await second).toEqual({ how: 'superseded' });
  expect(told).toEqual(['first begins', 'second begins']);
});

test('what is done is said for the request that it is done for, and only where it changes', async () => {
  const { worker, scope, server } = joined({
    ...HANDLERS,
    double: (n) => {
      server.at({ pattern: 'p' });
      return n;
    },
    works: async (_, task) => {
      await task.turn();
      await worker.ask('double', 1);
      await task.turn();
      await task.turn();
      return null;
    },
  });
  await worker.ask('works', '');
  const at = scope.said.flatMap((m) => (m.kind === 'at' ? [[m.number, m.beacon.pattern]] : []));
  expect(at).toEqual([
    [1, null],
    [2, null],
    [2, 'p'],
    [1, null],
  ]);
});

test('a request that goes on after another is at what it was at', async () => {
  const { worker, scope, server } = joined({
    ...HANDLERS,
    works: async (_, task) => {
      server.at({ pattern: 'p' });
      await task.turn();
      await worker.ask('double', 1);
      await task.turn();
      return null;
    },
  });
  await worker.ask('works', '');
  const at = scope.said.flatMap((m) => (m.kind === 'at' ? [[m.number, m.beacon.pattern]] : []));
  expect(at).toEqual([
    [1, null],
    [1, 'p'],
    [2, null],
    [1, 'p'],
  ]);
});

test('what is done for one request can be said while another is answered', async () => {
  const { worker, scope, server } = joined({
    ...HANDLERS,
    double: (n) => {
      server.at({ pattern: 'p' }, 1);
      return n;
    },
  });
  const stop = new AbortController();
  const end = worker.ask('works', 'on', { signal: stop.signal });
  await worker.ask('double', 1);
  const at = scope.said.flatMap((m) => (m.kind === 'at' ? [[m.number, m.beacon.pattern]] : []));
  expect(at).toContainEqual([1, 'p']);
  stop.abort();
  await end;
});

test('news belongs to no request, and comes though none is open', () => {
  const { scope, server } = joined();
  server.news('hello');
  expect(scope.said).toEqual([{ kind: 'ready' }, { kind: 'news', message: 'hello' }]);
});

test('signs of life name the requests that are open', async () => {
  const { worker, scope } = joined();
  const stop = new AbortController();
  const end = worker.ask('works', 'on', { signal: stop.signal });
  while (!scope.kinds.includes('alive')) await new Promise((resolve) => setTimeout(resolve));
  expect(scope.said.find((m) => m.kind === 'alive')).toEqual({ kind: 'alive', open: [1] });
  stop.abort();
  expect(await end).toEqual({ how: 'superseded' });
  while (!scope.kinds.includes('superseded 1')) await new Promise((resolve) => setTimeout(resolve));
});
