import { expect, test } from 'vitest';
import type { ShareHits } from '../../src/findings';
import type { LogStretch } from '../../src/log';
import { unmarked } from '../../src/text';
import { FakeThread } from '../workers/testing/fake-thread';
import { ScanPool } from './pool';

const STRETCHES = [0, 1, 2].map(
  (share): LogStretch => ({
    place: {
      start: share * 100,
      end: share * 100 + 100,
      resumed: { index: share * 10, line: 1, midLine: false, format: null, prelude: '' },
      count: 10,
    },
    bytes: 100,
    file: share === 1 ? 1 : 0,
  }),
);

function hitsOf(share: number): ShareHits {
  const rules = Uint32Array.of(0);
  const numbers = Uint32Array.of(share * 10);
  const [hosts, users, times] = [Uint32Array.of(0), Uint32Array.of(0), Float64Array.of(0)];
  return {
    share,
    file: 0,
    events: 10,
    unreadable: 0,
    rules,
    numbers,
    times,
    hosts,
    users,
    hostNames: [''],
    userNames: [''],
  };
}

/** A pool whose threads the test speaks for, and what it told. */
function started(workers: number) {
  const threads: FakeThread[] = [];
  const done: number[] = [];
  const leftOut: [number, string][] = [];
  const ends: unknown[] = [];
  const lost: [number, number][] = [];
  const progress: number[] = [];
  const pool = new ScanPool({
    start: () => {
      const thread = new FakeThread();
      threads.push(thread);
      return thread;
    },
    // Only what is told to be small may not take its time.
    patience: { pattern: 20, work: 60_000, start: 60_000 },
    workers,
    stretches: STRETCHES,
    timesOf: async (_, count) => new Float64Array(count),
    opening: {
      rules: { files: new Blob(), compiling: { placeholders: {}, leaveOut: [], leftOut: [] }, leftOut: [] },
      files: [],
      format: undefined,
    },
    rules: 2,
    settings: { ignoreLogsource: false },
    onHits: async ({ share }) => {
      done.push(share);
    },
    onLeftOut: (rule, reason) => leftOut.push([rule, unmarked(reason)]),
    onLost: (file, events) => lost.push([file, events]),
    onProgress: (events) => progress.push(events),
    onEnd: (how) => ends.push(how),
  });
  const settled = pool.run();
  return { pool, threads, done, leftOut, lost, ends, progress, settled };
}

type Asked = { share: { share: number }; carefulFrom?: number; without: number[] };
const newest = (thread: FakeThread) => thread.asked.at(-1)!;
const until = (isSo: () => boolean) => expect.poll(isSo, { interval: 1 }).toBe(true);

/** Answers a thread's requests until it has scanned so many shares. */
async function answer(
  thread: FakeThread,
  shares: number,
  other: (asked: Asked) => unknown = () => null,
): Promise<Asked[]> {
  const scanned: Asked[] = [];
  let last = 0;
  while (scanned.length < shares) {
    await until(() => newest(thread)?.number > last);
    const { number, what, asks } = newest(thread);
    last = number;
    thread.says({ kind: 'ready' });
    if (what === 'scan') scanned.push(asks as Asked);
    const given = what === 'open' ? 2 : (other(asks as Asked) ?? hitsOf((asks as Asked).share.share));
    thread.says({ kind: 'answered', number, answer: given });
  }
  return scanned;
}

test('each share is scanned once, and the workers end when all are done', async () => {
  const { threads, done, ends, settled, progress } = started(2);
  expect(threads).toHaveLength(2);
  await Promise.all([answer(threads[0]!, 2), answer(threads[1]!, 1)]);
  await settled;
  expect([...done].sort()).toEqual([0, 1, 2]);
  expect(ends).toEqual(['done']);
  expect(progress.at(-1)).toBe(30);
  expect(threads.every(({ isEnded }) => isEnded)).toBe(true);
});

test('the share of a worker that falls over is scanned by a new one, which reads the rules first', async () => {
  const { threads, done, ends, settled } = started(1);
  await answer(threads[0]!, 1);
  await until(() => newest(threads[0]!).what === 'scan' && threads[0]!.asked.length === 3);
  threads[0]!.dies('out of memory');
  await until(() => threads.length === 2);
  const again = await answer(threads[1]!, 2);
  await settled;
  expect(threads[1]!.asked[0]!.what).toBe('open');
  expect(again.map(({ share }) => share.share)).toEqual([1, 2]);
  expect(done).toEqual([0, 1, 2]);
  expect(ends).toEqual(['done']);
});

test('a worker that goes silent has its share done carefully, and then without the guilty rule', async () => {
  const { threads, done, leftOut, settled } = started(1);
  const silent = async (thread: FakeThread, at: object) => {
    await until(() => newest(thread)?.what === 'open');
    thread.says({ kind: 'ready' });
    thread.says({ kind: 'answered', number: newest(thread).number, answer: 2 });
    await until(() => newest(thread).what === 'scan');
    thread.says({
      kind: 'at',
      number: newest(thread).number,
      beacon: { pattern: null, isSmall: true, ...at },
    });
    return newest(thread).asks as Asked;
  };
  expect(await silent(threads[0]!, { event: 4 })).toMatchObject({ without: [] });
  await until(() => threads.length === 2);
  expect(await silent(threads[1]!, { event: 6, rule: 1 })).toMatchObject({ carefulFrom: 4, without: [] });
  await until(() => threads.length === 3);
  const rest = await answer(threads[2]!, 3);
  await settled;
  expect(rest.map(({ without }) => without)).toEqual([[1], [1], [1]]);
  expect(leftOut).toEqual([[1, 'It took too long on event 7 and was stopped.']]);
  expect(done).toEqual([0, 1, 2]);
});

test('what fails again and again ends the run, which can go on', async () => {
  const { pool, threads, done, ends, settled } = started(1);
  for (let i = 0; i < 3; i++) {
    await until(() => threads.length === i + 1 && threads[i]!.asked.length > 0);
    threads[i]!.dies('no memory');
  }
  await settled;
  expect(ends).toEqual([{ failed: ['The engine failed before it could answer. Try again.'] }]);
  const again = pool.run();
  await until(() => threads.length === 4);
  await answer(threads[3]!, 3);
  await again;
  expect(done).toEqual([0, 1, 2]);
  expect(ends.at(-1)).toBe('done');
});

test('a run that is stopped goes on with the share that it was at', async () => {
  const { pool, threads, done, ends, settled } = started(1);
  await answer(threads[0]!, 1);
  await until(() => threads[0]!.asked.length === 3);
  pool.stop();
  await until(() => threads[0]!.cancelled.length === 1);
  threads[0]!.says({ kind: 'superseded', number: newest(threads[0]!).number });
  await settled;
  expect(ends).toEqual(['stopped']);
  const again = pool.run();
  await until(() => threads[0]!.asked.length === 4);
  expect((newest(threads[0]!).asks as Asked).share.share).toBe(1);
  await answer(threads[0]!, 2);
  await again;
  expect(done).toEqual([0, 1, 2]);
});

test('a worker that reads other rules than the catalog has ends the run', async () => {
  const { threads, ends, settled } = started(1);
  await until(() => threads[0]!.asked.length === 1);
  threads[0]!.says({ kind: 'ready' });
  threads[0]!.says({ kind: 'answered', number: 1, answer: 1 });
  await settled;
  expect(ends).toEqual([{ failed: ['The rules could not be read as they were in the catalog.'] }]);
});

test('a share whose file cannot be read any more is told and left out, and asked for once', async () => {
  const { threads, done, lost, ends, progress, settled } = started(1);
  const loss = { file: 1, name: 'b', events: 0, isWhole: false };
  const scanned = await answer(threads[0]!, 3, (asked) => (asked.share.share === 1 ? { lost: loss } : null));
  await settled;
  expect(scanned.map(({ share }) => share.share)).toEqual([0, 1, 2]);
  expect(done).toEqual([0, 2]);
  expect(lost).toEqual([[1, 10]]);
  expect(progress.at(-1)).toBe(20);
  expect(ends).toEqual(['done']);
});
