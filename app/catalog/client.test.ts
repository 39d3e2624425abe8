import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CatalogClient, type WorkerLike } from './client';
import type { Job, Request, Response } from './protocol';

class FakeWorker implements WorkerLike {
  readonly heard: Request[] = [];
  ended = false;
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  postMessage(message: Request): void {
    this.heard.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  say(...responses: Response[]): void {
    for (const data of responses) this.onmessage?.({ data } as MessageEvent<Response>);
  }
  get jobs(): string[] {
    return this.heard.map((m) => (m.kind === 'start' ? `${m.job} ${m.what.kind}` : m.kind));
  }
}

const compiling = { placeholders: {}, leaveOut: [] };
const open: Job = { kind: 'open', compiling };
const run = (events: string): Job => ({ kind: 'run', events, ignoreLogsource: false, compiling });
const ended = (job: number): Response => ({ kind: 'ended', job, how: 'done', run: null });

function begin() {
  const workers: FakeWorker[] = [];
  const told: string[] = [];
  const client = new CatalogClient({
    start: () => {
      workers.push(new FakeWorker());
      return workers.at(-1)!;
    },
    onStart: ({ kind }) => told.push(`start ${kind}`),
    onResponse: ({ kind }) => told.push(kind),
    onHang: ({ kind }, what) => told.push(`hang ${kind} ${what}`),
    onCrash: (message) => told.push(`crash ${message}`),
    patience: 100,
  });
  return { client, workers, told };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('one job at a time', () => {
  test('no worker before the first job; a newer job stops the older and waits for it', () => {
    const { client, workers, told } = begin();
    expect(workers).toHaveLength(0);
    client.start(open);
    client.start(run('a'));
    client.start(run('b'));
    expect(workers[0]!.jobs).toEqual(['1 open', 'cancel', 'cancel']);
    workers[0]!.say({ kind: 'ready' }, ended(1));
    expect(workers[0]!.jobs.at(-1)).toBe('2 run');
    expect(told).toEqual(['start open', 'ended', 'start run']);
  });

  test('what an older job still says is not taken for the newer', () => {
    const { client, workers, told } = begin();
    client.start(open);
    workers[0]!.say({ kind: 'ready' }, ended(1));
    client.start(run('a'));
    workers[0]!.say({ kind: 'loading', job: 1, done: 1, total: 2 });
    expect(told).toEqual(['start open', 'ended', 'start run']);
  });

  test('events that the worker holds are not sent again', () => {
    const { client, workers } = begin();
    for (const [job, text] of [
      [1, 'a'],
      [2, 'a'],
      [3, 'b'],
    ] as const) {
      client.start(run(text));
      workers[0]!.say(ended(job));
    }
    const sent = workers[0]!.heard.map((m) =>
      m.kind === 'start' && m.what.kind === 'run' ? m.what.events : m.kind,
    );
    expect(sent).toEqual(['a', null, 'b']);
  });
});

describe('a worker that goes silent', () => {
  test('is ended, its pattern named, and the next job has a new one with all of the text', () => {
    const { client, workers, told } = begin();
    client.start(run('a'));
    workers[0]!.say({ kind: 'ready' }, { kind: 'beacon', job: 1, what: '(a+)+' });
    vi.advanceTimersByTime(90);
    workers[0]!.say({ kind: 'alive' });
    vi.advanceTimersByTime(90);
    expect(workers[0]!.ended).toBe(false);
    vi.advanceTimersByTime(20);
    expect(workers[0]!.ended).toBe(true);
    expect(told.at(-1)).toBe('hang run (a+)+');
    client.start(run('a'));
    expect(workers[1]!.heard).toMatchObject([{ what: { events: 'a' } }]);
  });

  test('is not one that has nothing to do, or whose script still loads', () => {
    const { client, workers, told } = begin();
    client.start(open);
    vi.advanceTimersByTime(1000);
    workers[0]!.say({ kind: 'ready' }, ended(1));
    vi.advanceTimersByTime(1000);
    expect(told).toEqual(['start open', 'ended']);
  });

  test('one that crashes is told', () => {
    const { client, workers, told } = begin();
    client.start(open);
    workers[0]!.onerror?.({ message: 'no script' } as ErrorEvent);
    expect(told.at(-1)).toBe('crash no script');
  });
});
