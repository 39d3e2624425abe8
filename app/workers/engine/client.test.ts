import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EngineClient, type WorkerLike } from './client';
import type { Request, Response } from './protocol';

class Quiet implements WorkerLike {
  readonly sent: Request[] = [];
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  terminate() {}
  postMessage(message: Request) {
    this.sent.push(message);
  }
  says(data: Response) {
    this.onmessage?.({ data } as MessageEvent<Response>);
  }
}

const QUESTION = { field: 'Image', source: {} };
let workers: Quiet[] = [];
let heard: Response[] = [];

function client() {
  workers = [];
  heard = [];
  return new EngineClient({
    start: () => {
      const worker = new Quiet();
      workers.push(worker);
      return worker;
    },
    onRun: () => {},
    onResponse: (response) => heard.push(response),
    onHang: () => {},
    onCrash: () => {},
    patience: 1000,
  });
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('each question about the events gets its own answer, in whatever order they come', async () => {
  const asks = client();
  const [first, second] = [asks.seen(QUESTION), asks.seen({ ...QUESTION, field: 'User' })];
  const sent = workers[0]!.sent.flatMap((m) => (m.kind === 'seen' ? [m.ask] : []));
  workers[0]!.says({ kind: 'seen', ask: sent[1]!, values: [{ value: 'b', events: 1 }] });
  workers[0]!.says({ kind: 'seen', ask: sent[0]!, values: [{ value: 'a', events: 1 }] });
  expect(await first).toStrictEqual([{ value: 'a', events: 1 }]);
  expect(await second).toStrictEqual([{ value: 'b', events: 1 }]);
  expect(heard).toStrictEqual([]);
});

test('a worker that hangs answers with nothing', async () => {
  const asks = client();
  workers[0]!.says({ kind: 'ready' });
  const settings = { ignoreLogsource: false, placeholders: {} };
  asks.run({ rule: 'r', events: 'e', settings, look: { event: null, visible: null } });
  const answer = asks.seen(QUESTION);
  vi.advanceTimersByTime(1001);
  expect(await answer).toStrictEqual([]);
  expect(workers).toHaveLength(2);
});
