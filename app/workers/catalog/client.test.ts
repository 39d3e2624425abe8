import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeThread } from '../testing/fake-thread';
import { CatalogClient } from './client';
import type { Job } from './protocol';

const RUN: Job = { kind: 'run', events: 'e', ignoreLogsource: false };
const REMOVE: Job = { kind: 'remove' };

let threads: FakeThread[] = [];
let told: unknown[] = [];

function client(): CatalogClient {
  threads = [];
  told = [];
  return new CatalogClient({
    start: () => {
      const thread = new FakeThread();
      threads.push(thread);
      return thread;
    },
    onStart: (job) => told.push(['start', job.kind]),
    onTold: (message) => told.push([message.kind]),
    onEnd: (end) => told.push(['end', end.how]),
    onLoss: (loss, job) =>
      told.push('crash' in loss ? ['crash', loss.crash] : ['hang', job?.kind, loss.at?.pattern ?? null]),
    patience: { pattern: 100, work: 1000, start: 5000 },
  });
}

/** Answers the request with this number. */
const answers = (number: number, answer: unknown = null) =>
  threads.at(-1)!.says({ kind: 'answered', number, answer });
const ready = () => threads.at(-1)!.says({ kind: 'ready' });
const asked = () => threads.at(-1)!.asked.map(({ what, asks }) => [what, asks]);
const settled = async () => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the catalog’s client', () => {
  test('starts no worker before the first job', async () => {
    const c = client();
    expect(threads).toHaveLength(0);
    c.cancel();
    expect(await c.ask('text', 1)).toBeNull();
    expect(threads).toHaveLength(0);
    c.start(RUN);
    expect(asked()).toEqual([['job', RUN]]);
  });

  test('a newer job asks the older one to stop, and waits until it has', async () => {
    const c = client();
    c.start(RUN);
    c.start(REMOVE);
    expect(threads[0]?.cancelled).toEqual([1]);
    threads[0]?.says({ kind: 'superseded', number: 1 });
    await settled();
    expect(asked()).toEqual([
      ['job', RUN],
      ['job', REMOVE],
    ]);
    expect(told).toEqual([
      ['start', 'run'],
      ['end', 'cancelled'],
      ['start', 'remove'],
    ]);
  });

  test('a job that only waited leaves no trace', async () => {
    const c = client();
    c.start(RUN);
    c.start({ kind: 'again', compiling: { placeholders: {}, leaveOut: [], leftOut: [] } });
    c.start(REMOVE);
    threads[0]?.says({ kind: 'superseded', number: 1 });
    await settled();
    expect(told).toEqual([
      ['start', 'run'],
      ['end', 'cancelled'],
      ['start', 'remove'],
    ]);
  });

  test('messages of an older job are dropped', async () => {
    const c = client();
    c.start(RUN);
    answers(1);
    threads[0]?.says({ kind: 'told', number: 1, message: { kind: 'running', events: 1, share: 1 } });
    await settled();
    expect(told).toEqual([
      ['start', 'run'],
      ['end', 'done'],
    ]);
  });

  test('the same events are not posted twice', async () => {
    const c = client();
    c.start(RUN);
    answers(1);
    await settled();
    c.start(RUN);
    expect(asked().at(-1)).toEqual(['job', { ...RUN, events: null }]);
  });

  test('a worker that goes silent is ended, its pattern named, and the next job has a new one', () => {
    const c = client();
    c.start(RUN);
    vi.advanceTimersByTime(1000);
    expect(threads[0]?.isEnded).toBe(false);
    ready();
    vi.advanceTimersByTime(90);
    threads[0]?.says({ kind: 'at', number: 1, beacon: { pattern: '(?=x)' } });
    vi.advanceTimersByTime(90);
    expect(threads[0]?.isEnded).toBe(false);
    vi.advanceTimersByTime(20);
    expect(threads[0]?.isEnded).toBe(true);
    expect(told).toEqual([
      ['start', 'run'],
      ['hang', 'run', '(?=x)'],
    ]);
    c.start(RUN);
    expect(threads).toHaveLength(2);
    expect(asked()).toEqual([['job', RUN]]);
  });

  test('a free worker may be silent', () => {
    const c = client();
    c.start(RUN);
    ready();
    answers(1);
    vi.advanceTimersByTime(10_000);
    expect(threads[0]?.isEnded).toBe(false);
  });

  test('a worker that goes silent in a question is ended too', async () => {
    const c = client();
    c.start(RUN);
    ready();
    answers(1);
    await settled();
    const question = c.ask('text', 1);
    vi.advanceTimersByTime(1000);
    expect(await question).toBeNull();
    expect(told.at(-1)).toEqual(['hang', undefined, null]);
  });

  test('questions are answered in the middle of a job, in whatever order', async () => {
    const c = client();
    c.start(RUN);
    const [one, two] = [c.ask('text', 1), c.ask('text', 2)];
    expect(asked().slice(1)).toEqual([
      ['question', { kind: 'text', asked: 1 }],
      ['question', { kind: 'text', asked: 2 }],
    ]);
    answers(3, 'two');
    answers(2, 'one');
    expect(await Promise.all([one, two])).toEqual(['one', 'two']);
    expect(told).toEqual([['start', 'run']]);
  });

  test.each<[string, () => unknown]>([
    [
      'another catalog takes its place',
      () => threads[0]!.says({ kind: 'told', number: 1, message: { kind: 'catalog', catalog: null } }),
    ],
    ['the worker hangs', () => vi.advanceTimersByTime(1000)],
    ['the worker crashes', () => threads[0]!.dies('x')],
    ['it throws', () => threads[0]!.says({ kind: 'failed', number: 2, message: 'x' })],
  ])('a question is answered with null where %s', async (_, happens) => {
    const c = client();
    expect(await c.ask('text', 1)).toBeNull();
    c.start(RUN);
    ready();
    const question = c.ask('text', 1);
    happens();
    expect(await question).toBeNull();
  });

  test('a job that throws is told, and the worker goes on', async () => {
    const c = client();
    c.start(RUN);
    threads[0]?.says({ kind: 'failed', number: 1, message: 'no room' });
    await settled();
    expect(told.at(-1)).toEqual(['end', 'failed']);
    c.start(REMOVE);
    expect(threads).toHaveLength(1);
  });

  test('a worker that fails to load is told', () => {
    const c = client();
    c.start(RUN);
    threads[0]?.dies('');
    expect(told.at(-1)).toEqual(['crash', 'The catalog could not be loaded.']);
  });
});
