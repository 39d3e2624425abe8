import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LogClient, type WorkerLike } from './client';
import type { Request, Response, ToldState } from './protocol';

class FakeThread implements WorkerLike {
  onmessage: ((event: MessageEvent<Response>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly told: Request[] = [];
  ended = false;

  postMessage(message: Request): void {
    this.told.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  says(response: Response): void {
    this.onmessage?.({ data: response } as MessageEvent<Response>);
  }
}

const state = (phase: ToldState['phase'], more: Partial<ToldState> = {}): Response => ({
  kind: 'state',
  state: { phase, stopped: false, failure: null, ...more } as ToldState,
});
const question = { rule: 'r', document: 0, settings: { ignoreLogsource: false, placeholders: {} } };

function started() {
  const worker = new FakeThread();
  const losses: unknown[] = [];
  const client = new LogClient({
    worker,
    onState: () => {},
    onLoss: (loss) => losses.push(loss),
    patience: 1000,
  });
  return { worker, losses, client };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a thread that goes silent at a pattern that may hang is ended, and the pattern named', () => {
  const { worker, losses } = started();
  worker.says(state('evaluating'));
  vi.advanceTimersByTime(60_000);
  expect(losses).toEqual([]); // a slow piece is no hang
  worker.says({ kind: 'beacon', what: '(a+)+b' });
  vi.advanceTimersByTime(900);
  worker.says({ kind: 'alive' });
  vi.advanceTimersByTime(900);
  expect(losses).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(losses).toEqual([{ what: '(a+)+b' }]);
  expect(worker.ended).toBe(true);
});

test('a thread that has nothing to do may be silent', () => {
  const { worker, losses, client } = started();
  worker.says({ kind: 'beacon', what: '(a+)+b' });
  worker.says(state('ready'));
  vi.advanceTimersByTime(5000);
  worker.says(state('opening', { stopped: true }));
  vi.advanceTimersByTime(5000);
  expect(losses).toEqual([]);
  // Another rule: its patterns are not known to hang.
  client.tell({ kind: 'ask', question });
  worker.says(state('evaluating'));
  vi.advanceTimersByTime(5000);
  expect(losses).toEqual([]);
});

test('answers come to whoever asked, and to nobody once the log is closed', async () => {
  const { worker, client } = started();
  const first = client.ask('match', { place: 3, step: 1 });
  const second = client.ask('match', { place: 5, step: -1 });
  const open = client.ask('event', { place: 0 });
  worker.says({ kind: 'answer', number: 2, answer: 4 });
  worker.says({ kind: 'answer', number: 1, answer: 7 });
  expect(await first).toBe(7);
  expect(await second).toBe(4);
  client.close();
  expect(await open).toBeUndefined();
  expect(worker.told).toHaveLength(3);
});

test('a file that cannot be opened is told', () => {
  const { worker, losses } = started();
  worker.says({ kind: 'failed', message: 'gone' });
  expect(losses).toEqual([{ message: 'gone' }]);
});
