import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CatalogClient, type WorkerLike } from './client';
import type { Job, Request, Response } from './protocol';

class FakeWorker implements WorkerLike {
  readonly sent: Request[] = [];
  ended = false;
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  postMessage(message: Request): void {
    this.sent.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  says(response: Response): void {
    this.onmessage?.({ data: response } as MessageEvent<Response>);
  }
}

const RUN: Job = { kind: 'run', events: 'e', ignoreLogsource: false };
const REMOVE: Job = { kind: 'remove' };
const ended = (job: number, how: 'done' | 'cancelled' = 'done'): Response => ({
  kind: 'ended',
  job,
  how,
  run: null,
});

let workers: FakeWorker[] = [];
let told: unknown[] = [];

function client(): CatalogClient {
  workers = [];
  told = [];
  return new CatalogClient({
    start: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    onStart: (job) => told.push(['start', job.kind]),
    onResponse: (response) => told.push([response.kind]),
    onHang: (job, what) => told.push(['hang', job.kind, what]),
    onCrash: (message) => told.push(['crash', message]),
    patience: 100,
  });
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the catalog’s client', () => {
  test('starts no worker before the first job', () => {
    const c = client();
    expect(workers).toHaveLength(0);
    c.cancel();
    c.start(RUN);
    expect(workers[0]?.sent).toEqual([{ kind: 'start', job: 1, what: RUN }]);
  });

  test('a newer job asks the older one to stop, and waits until it has', () => {
    const c = client();
    c.start(RUN);
    c.start(REMOVE);
    expect(workers[0]?.sent.at(-1)).toEqual({ kind: 'cancel', job: 1 });
    workers[0]?.says(ended(1, 'cancelled'));
    expect(workers[0]?.sent.at(-1)).toEqual({ kind: 'start', job: 2, what: REMOVE });
    expect(told).toEqual([['start', 'run'], ['ended'], ['start', 'remove']]);
  });

  test('messages of an older job are dropped', () => {
    const c = client();
    c.start(RUN);
    workers[0]?.says(ended(1));
    workers[0]?.says({ kind: 'running', job: 1, events: 1, share: 1 });
    expect(told).toEqual([['start', 'run'], ['ended']]);
  });

  test('the same events are not posted twice', () => {
    const c = client();
    c.start(RUN);
    workers[0]?.says(ended(1));
    c.start(RUN);
    expect(workers[0]?.sent.at(-1)).toEqual({ kind: 'start', job: 2, what: { ...RUN, events: null } });
  });

  test('a worker that goes silent is ended, its pattern named, and the next job has a new one', () => {
    const c = client();
    c.start(RUN);
    vi.advanceTimersByTime(1000);
    expect(workers[0]?.ended).toBe(false);
    workers[0]?.says({ kind: 'ready' });
    vi.advanceTimersByTime(90);
    workers[0]?.says({ kind: 'beacon', job: 1, what: '(?=x)' });
    vi.advanceTimersByTime(90);
    expect(workers[0]?.ended).toBe(false);
    vi.advanceTimersByTime(20);
    expect(workers[0]?.ended).toBe(true);
    expect(told).toEqual([
      ['start', 'run'],
      ['hang', 'run', '(?=x)'],
    ]);
    c.start(RUN);
    expect(workers).toHaveLength(2);
    expect(workers[1]?.sent).toEqual([{ kind: 'start', job: 2, what: RUN }]);
  });

  test('a free worker may be silent', () => {
    const c = client();
    c.start(RUN);
    workers[0]?.says({ kind: 'ready' });
    workers[0]?.says(ended(1));
    vi.advanceTimersByTime(10_000);
    expect(workers[0]?.ended).toBe(false);
  });

  test('questions are answered in the middle of a job, in whatever order', async () => {
    const c = client();
    c.start(RUN);
    const [one, two] = [c.ask('text', 1), c.ask('text', 2)];
    expect(workers[0]?.sent.slice(1)).toEqual([
      { kind: 'ask', number: 1, question: { kind: 'text', asked: 1 } },
      { kind: 'ask', number: 2, question: { kind: 'text', asked: 2 } },
    ]);
    workers[0]?.says({ kind: 'answer', number: 2, answer: 'two' });
    workers[0]?.says({ kind: 'answer', number: 1, answer: 'one' });
    expect(await Promise.all([one, two])).toEqual(['one', 'two']);
    expect(told).toEqual([['start', 'run']]);
  });

  test.each<[string, (worker: FakeWorker) => unknown]>([
    ['another catalog takes its place', (w) => w.says({ kind: 'catalog', job: 1, catalog: null })],
    ['the worker hangs', () => vi.advanceTimersByTime(200)],
    ['the worker crashes', (w) => w.onerror?.({ message: 'x' } as ErrorEvent)],
  ])('a question is answered with null where %s', async (_, happens) => {
    const c = client();
    expect(await c.ask('text', 1)).toBeNull();
    c.start(RUN);
    workers[0]!.says({ kind: 'ready' });
    const question = c.ask('text', 1);
    happens(workers[0]!);
    expect(await question).toBeNull();
  });

  test('a worker that fails to load is told', () => {
    const c = client();
    c.start(RUN);
    workers[0]?.onerror?.({ message: '' } as ErrorEvent);
    expect(told.at(-1)).toEqual(['crash', 'The catalog could not be loaded.']);
  });
});
