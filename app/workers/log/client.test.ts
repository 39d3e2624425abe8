import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeThread } from '../testing/fake-thread';
import { LogClient } from './client';
import type { ToldState } from './protocol';

const state = (phase: ToldState['phase'], more: Partial<ToldState> = {}) =>
  ({ phase, stopped: false, failure: null, ...more }) as ToldState;
const question = { rule: 'r', document: 0, settings: { ignoreLogsource: false, placeholders: {} } };
const FILE = { files: [], format: undefined, isCareful: false, before: null };

function started() {
  const threads: FakeThread[] = [];
  const losses: unknown[] = [];
  const states: ToldState[] = [];
  const client = new LogClient({
    start: () => {
      threads.push(new FakeThread());
      return threads.at(-1)!;
    },
    onState: (told) => states.push(told),
    onLoss: (loss) => losses.push(loss),
    patience: { pattern: 1000, work: 120_000, start: 5000 },
  });
  void client.work('open', FILE);
  const thread = threads[0]!;
  thread.says({ kind: 'ready' });
  const tells = (number: number, message: ToldState) => thread.says({ kind: 'told', number, message });
  const at = (number: number, pattern: string) => thread.says({ kind: 'at', number, beacon: { pattern } });
  const answers = (number: number, answer: unknown) => thread.says({ kind: 'answered', number, answer });
  return { thread, threads, losses, states, client, tells, at, answers };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a thread that goes silent at a pattern that may hang is ended, and the pattern named', () => {
  const { thread, losses, tells, at } = started();
  tells(1, state('evaluating'));
  vi.advanceTimersByTime(60_000);
  expect(losses).toEqual([]); // a slow piece is not a hang
  at(1, '(a+)+b');
  vi.advanceTimersByTime(900);
  thread.says({ kind: 'alive', open: [1] });
  vi.advanceTimersByTime(900);
  expect(losses).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(losses).toEqual([{ what: '(a+)+b', isSure: true }]);
  expect(thread.isEnded).toBe(true);
});

test('a thread that has nothing to do may be silent', () => {
  const { losses, client, tells, at, answers } = started();
  at(1, '(a+)+b');
  tells(1, state('ready'));
  answers(1, null);
  vi.advanceTimersByTime(5000);
  void client.work('stop', null);
  tells(2, state('opening', { stopped: true }));
  answers(2, null);
  vi.advanceTimersByTime(5000);
  expect(losses).toEqual([]);
  // Another rule: its patterns are not known to hang.
  void client.work('evaluate', question);
  tells(3, state('evaluating'));
  vi.advanceTimersByTime(5000);
  expect(losses).toEqual([]);
});

test('a thread that is silent for very long is ended without a pattern to name', async () => {
  const { losses, client, threads } = started();
  vi.advanceTimersByTime(120_000);
  expect(losses).toEqual([{ message: 'The log’s thread did not answer any more and was stopped.' }]);
  // What is asked of a log that is gone starts no other worker.
  void client.work('begin', null);
  expect(await client.ask('event', { place: 0 })).toBeUndefined();
  expect(threads).toHaveLength(1);
});

test('answers come to whoever asked, and to nobody once the log is closed', async () => {
  const { thread, client, answers } = started();
  const first = client.ask('match', { place: 3, step: 1 });
  const second = client.ask('match', { place: 5, step: -1 });
  const open = client.ask('event', { place: 0 });
  answers(3, 4);
  answers(2, 7);
  expect(await first).toBe(7);
  expect(await second).toBe(4);
  client.close();
  expect(await open).toBeUndefined();
  expect(thread.asked).toHaveLength(4);
});

test('states come from whatever work is newest', () => {
  const { client, states, tells, thread } = started();
  tells(1, state('opening'));
  void client.work('evaluate', question);
  thread.says({ kind: 'superseded', number: 1 });
  tells(1, state('evaluating'));
  tells(2, state('ready'));
  expect(states.map(({ phase }) => phase)).toEqual(['opening', 'ready']);
});

test('a file that cannot be opened is told', async () => {
  const { thread, losses, client } = started();
  const row = client.ask('event', { place: 0 });
  thread.says({ kind: 'failed', number: 1, message: 'gone' });
  expect(await row).toBeUndefined();
  expect(losses).toEqual([{ message: 'The log could not be opened: gone.' }]);
});
