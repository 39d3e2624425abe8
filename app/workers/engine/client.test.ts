import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Doing, OnScreen } from '../../../src/live';
import { FakeThread } from '../fake-thread';
import { EngineClient, type EngineLoss, type Question } from './client';
import type { EngineBeacon } from './protocol';

const SEEN = { field: 'Image', source: {} };
const SETTINGS = { ignoreLogsource: false, placeholders: {} };
const SCREEN: OnScreen = { event: null, visible: null };
const EVENTS = '{"k":1}\n{"k":2}\n{"k":3}\n{"k":4}';

const question = (rule: string, more: Partial<Question> = {}): Question => ({
  rule,
  events: EVENTS,
  settings: SETTINGS,
  screen: SCREEN,
  ...more,
});

let threads: FakeThread[] = [];
let told: unknown[] = [];
/** The numbers of the runs, which are told here as the first, the second and so on. */
let runs: number[] = [];
const nth = (run: number) => runs.indexOf(run) + 1;

function client(onLoss: (loss: EngineLoss | null) => void = () => {}) {
  threads = [];
  told = [];
  runs = [];
  return new EngineClient({
    start: () => {
      const thread = new FakeThread();
      threads.push(thread);
      return thread;
    },
    patience: { pattern: 100, work: 1000, start: 5000 },
    onRun: (run, { rule }, again) => told.push(['run', runs.push(run), rule, again]),
    onTold: (run, message) => told.push(['told', nth(run), message.kind]),
    onEnd: (run, failure) => told.push(['end', nth(run), failure]),
    onLoss: (loss) => {
      told.push(['loss', lossWords(loss)]);
      onLoss(loss);
    },
  });
}

function lossWords(loss: EngineLoss | null): string {
  if (!loss) return 'said by whoever asked';
  return 'crash' in loss ? loss.crash : `${loss.hang.doing} ${loss.hang.what} ${loss.hang.event}`;
}

/** The newest thread. */
const thread = () => threads.at(-1)!;
/** The number of the newest request of this kind. */
const numberOf = (what: string) => thread().asked.findLast((asked) => asked.what === what)!.number;
const asks = (what: string) => thread().asked.flatMap((asked) => (asked.what === what ? [asked.asks] : []));
const answers = (what: string, answer: unknown = null) =>
  thread().says({ kind: 'answered', number: numberOf(what), answer });
const at = (what: string, beacon: EngineBeacon) =>
  thread().says({ kind: 'at', number: numberOf(what), beacon });
const news = (run: number, kind: string) =>
  thread().says({ kind: 'news', message: { run, message: { kind } } });
const ready = () => thread().says({ kind: 'ready' });
/** Promises settle. */
const settled = async () => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};
const eventAt = (index: number) => ({ index, range: { start: 8 * index, end: 8 * index + 7 } });

/** The worker is silent at a pattern, in what it does for an event. */
function hangs(what: string, doing: Doing, event: number | null, pattern = '(x+)+'): void {
  ready();
  const range = { start: 3, end: 9 };
  at(what, { pattern, doing, range, event: event === null ? null : eventAt(event) });
  vi.advanceTimersByTime(100);
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('questions', () => {
  test('each question about the events gets its own answer, in whatever order they come', async () => {
    const engine = client();
    const [first, second] = [engine.seen(SEEN), engine.seen({ ...SEEN, field: 'User' })];
    const [one, two] = thread().asked;
    thread().says({ kind: 'answered', number: two!.number, answer: [{ value: 'b', events: 1 }] });
    thread().says({ kind: 'answered', number: one!.number, answer: [{ value: 'a', events: 1 }] });
    expect(await first).toStrictEqual({ how: 'answered', answer: [{ value: 'a', events: 1 }] });
    expect(await second).toStrictEqual({ how: 'answered', answer: [{ value: 'b', events: 1 }] });
    expect(told).toStrictEqual([]);
  });

  test('a worker that hangs answers with nothing', async () => {
    const engine = client();
    engine.ask(question('r'));
    ready();
    const answer = engine.seen(SEEN);
    vi.advanceTimersByTime(1001);
    expect(await answer).toMatchObject({ how: 'failed', failure: { why: 'ended' } });
    expect(threads).toHaveLength(2);
  });

  test('an event is made, and a rule is written, only from what has been run', async () => {
    const engine = client();
    const target = { selection: 0, value: 0 };
    expect(await engine.make(target)).toEqual({ how: 'superseded' });
    engine.ask(question('r'));
    expect(await engine.make(target)).toEqual({ how: 'superseded' });
    answers('run');
    const made = engine.make(target);
    expect(asks('make')).toEqual([target]);
    answers('make', { ok: false, reason: 'no' });
    expect(await made).toEqual({ how: 'answered', answer: { ok: false, reason: 'no' } });
    engine.ask(question('s'));
    engine.ask(question('t'));
    expect(await engine.author({ kind: 'event', event: 0, stamp: { date: '' } })).toEqual({
      how: 'superseded',
    });
  });

  test.each<[string, (engine: EngineClient) => Promise<unknown>, Doing]>([
    ['make', (engine) => engine.make({ selection: 0, value: 0 }), 'make'],
    ['author', (engine) => engine.author({ kind: 'event', event: 0, stamp: { date: '' } }), 'author'],
  ])(
    '%s that hangs fails with the pattern, and the run is given to the new worker',
    async (what, ask, doing) => {
      const engine = client();
      engine.ask(question('r'));
      answers('run');
      await settled();
      told = [];
      const end = ask(engine);
      hangs(what, doing, null);
      expect(await end).toMatchObject({
        how: 'failed',
        failure: { why: 'no answer', at: { pattern: '(x+)+' } },
      });
      expect(told).toEqual([
        ['loss', 'said by whoever asked'],
        ['run', 2, 'r', true],
      ]);
      expect(asks('run')).toEqual([{ rule: 'r', events: EVENTS, settings: SETTINGS, screen: SCREEN }]);
    },
  );
});

describe('runs', () => {
  test('the same events are not posted twice to a worker', async () => {
    const engine = client();
    engine.ask(question('r'));
    answers('run');
    engine.ask(question('s'));
    expect(asks('run')).toMatchObject([{ events: EVENTS }, { rule: 's', events: null }]);
    await settled();
    expect(told).toEqual([
      ['run', 1, 'r', false],
      ['run', 2, 's', false],
      ['end', 1, null],
    ]);
  });

  test('the newest question waits for the run under way, with the newest look', async () => {
    const engine = client();
    engine.ask(question('r'));
    engine.ask(question('s'));
    engine.ask(question('t'));
    engine.look({ event: 3, visible: null });
    expect(asks('look')).toEqual([]);
    expect(thread().cancelled).toEqual([1, 1]);
    thread().says({ kind: 'superseded', number: 1 });
    await settled();
    expect(asks('run')).toMatchObject([{ rule: 'r' }, { rule: 't', screen: { event: 3 } }]);
    news(numberOf('run'), 'rule');
    expect(told.slice(1)).toEqual([
      ['run', 2, 't', false],
      ['told', 2, 'rule'],
    ]);
  });

  test('a look before any run asks nothing; what a run gives after another has begun is dropped', () => {
    const engine = client();
    engine.look(SCREEN);
    expect(threads).toHaveLength(0);
    engine.ask(question('r'));
    engine.look({ event: 1, visible: null });
    engine.look({ event: 2, visible: null });
    expect(asks('look')).toMatchObject([{ event: 1 }, { event: 2 }]);
    news(1, 'trace');
    expect(told.at(-1)).toEqual(['told', 1, 'trace']);
    answers('run');
    engine.ask(question('s'));
    const before = told.length;
    news(1, 'trace');
    expect(told).toHaveLength(before);
  });

  test('a run that throws is told, and the worker goes on', async () => {
    const engine = client();
    engine.ask(question('r'));
    thread().says({ kind: 'failed', number: 1, message: 'no' });
    await settled();
    expect(told.at(-1)).toEqual(['end', 1, 'no']);
    engine.ask(question('r'));
    expect(threads).toHaveLength(1);
  });

  test.each<[string, (engine: EngineClient) => void, string]>([
    ['look', (engine) => engine.look({ event: 2, visible: null }), 'look'],
    ['variants', (engine) => engine.vary(2), 'variants'],
  ])('where %s throws, whoever waits for it is told', async (_, ask, what) => {
    const engine = client();
    engine.ask(question('r'));
    answers('run');
    ask(engine);
    thread().says({ kind: 'failed', number: numberOf(what), message: 'no' });
    await settled();
    expect(told.at(-1)).toEqual(['told', 1, 'stopped']);
  });
});

describe('a rule that silences its worker', () => {
  test('is not run again until it is edited, and its events are given to the new worker', async () => {
    const engine = client();
    engine.ask(question('r'));
    hangs('run', 'evaluate', null);
    expect(told.at(-1)).toEqual(['loss', 'evaluate (x+)+ null']);
    expect(asks('run')).toMatchObject([{ rule: '', events: EVENTS }]);
    // Nothing of that is told.
    news(numberOf('run'), 'rule');
    answers('run');
    engine.ask(question('r', { events: '{}' }));
    engine.look({ event: 1, visible: null });
    expect(asks('run')).toHaveLength(1);
    expect(asks('look')).toEqual([]);
    await settled();
    expect(told.at(-1)).toEqual(['loss', 'evaluate (x+)+ null']);
    engine.ask(question('s'));
    expect(asks('run')).toMatchObject([{ rule: '' }, { rule: 's', events: null }]);
  });

  test('is run again where somebody asks for it', async () => {
    const engine = client();
    engine.ask(question('r'));
    hangs('run', 'evaluate', null);
    answers('run');
    engine.forgive();
    engine.ask(question('r'));
    expect(told.at(-1)).toEqual(['run', 2, 'r', false]);
  });

  test('gives way to the one that waits', () => {
    const engine = client();
    engine.ask(question('r'));
    engine.ask(question('s'));
    hangs('run', 'evaluate', null);
    expect(told.slice(-2)).toEqual([
      ['loss', 'evaluate (x+)+ null'],
      ['run', 2, 's', false],
    ]);
    expect(asks('run')).toMatchObject([{ rule: 's', events: EVENTS }]);
  });

  test('that the engine cannot say which pattern it is at is stopped too, later', () => {
    const engine = client();
    engine.ask(question('r'));
    ready();
    vi.advanceTimersByTime(999);
    expect(threads).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(told.at(-1)).toEqual(['loss', 'null null null']);
  });

  test('and whose events silence the next worker too is left alone', () => {
    const engine = client();
    engine.ask(question('r'));
    hangs('run', 'evaluate', null);
    ready();
    vi.advanceTimersByTime(100_000);
    expect(threads).toHaveLength(2);
    engine.ask(question('s'));
    expect(threads).toHaveLength(3);
  });

  test('a pinned version is unpinned by whoever hears of it, and nothing else is run before', () => {
    const engine = client((loss) => {
      if (loss && 'hang' in loss && loss.hang.doing === 'compare') engine.ask(question('r'));
    });
    engine.ask(question('r', { settings: { ...SETTINGS, pinned: 'p' } }));
    hangs('run', 'compare', null);
    expect(asks('run')).toEqual([{ rule: 'r', events: EVENTS, settings: SETTINGS, screen: SCREEN }]);
    expect(threads).toHaveLength(2);
  });
});

describe('an event that silences the worker', () => {
  test.each<[string, Doing, string]>([
    ['explained', 'explain', 'look'],
    ['repaired', 'repair', 'look'],
    ['decided', 'decide', 'look'],
    ['explained by the run itself', 'explain', 'run'],
  ])('is left out from then on: %s', async (_, doing, what) => {
    const engine = client();
    const look = { event: 2, visible: null };
    engine.ask(question('r'));
    if (what === 'look') {
      answers('run');
      engine.look(look);
    }
    hangs(what, doing, 2);
    const stopped = [{ doing, pattern: '(x+)+', text: '{"k":3}' }];
    expect(told.slice(-2)).toEqual([
      ['loss', `${doing} (x+)+ 2`],
      ['run', 2, 'r', true],
    ]);
    expect(asks('run')).toEqual([
      {
        rule: 'r',
        events: EVENTS,
        settings: SETTINGS,
        screen: { ...(what === 'look' ? look : SCREEN), stopped },
      },
    ]);
    answers('run');
    engine.look({ event: 1, visible: null });
    expect(asks('look')).toEqual([{ event: 1, visible: null, stopped }]);
    answers('look');
    engine.ask(question('s'));
    expect(asks('run')).toMatchObject([{}, { rule: 's', screen: { stopped } }]);
    engine.forgive();
    answers('run');
    engine.ask(question('s'));
    expect(asks('run').at(-1)).not.toHaveProperty('screen.stopped');
  });

  test('its variants are, and only whoever asked for them is told', async () => {
    const engine = client();
    engine.ask(question('r'));
    answers('run');
    engine.vary(2);
    hangs('variants', 'vary', 2);
    expect(told.slice(-2)).toEqual([
      ['loss', 'said by whoever asked'],
      ['run', 2, 'r', true],
    ]);
    expect(asks('run')).toMatchObject([{ screen: { stopped: [{ doing: 'vary', text: '{"k":3}' }] } }]);
  });

  test('after three of them no event is tried with that pattern', () => {
    const engine = client();
    engine.ask(question('r'));
    for (const event of [0, 1, 2]) hangs('run', 'explain', event);
    expect(asks('run')).toMatchObject([
      { screen: { stopped: [{ doing: 'explain', pattern: '(x+)+', text: null }] } },
    ]);
    hangs('run', 'explain', 3, 'y(?=z)');
    expect(asks('run')).toMatchObject([
      {
        screen: {
          stopped: [
            { pattern: '(x+)+', text: null },
            { pattern: 'y(?=z)', text: '{"k":4}' },
          ],
        },
      },
    ]);
  });

  test('in its variants, without a word, is told to whoever asked for them', () => {
    const engine = client();
    engine.ask(question('r'));
    answers('run');
    engine.vary(2);
    ready();
    vi.advanceTimersByTime(1000);
    expect(told.slice(-3)).toEqual([
      ['loss', 'said by whoever asked'],
      ['run', 2, 'r', true],
      ['told', 2, 'stopped'],
    ]);
  });

  test('without a word is not asked for again, and whoever waits is told', () => {
    const engine = client();
    engine.ask(question('r'));
    answers('run');
    engine.look({ event: 2, visible: null });
    ready();
    vi.advanceTimersByTime(1000);
    expect(told.slice(-3)).toEqual([
      ['loss', 'explain null 2'],
      ['run', 2, 'r', true],
      ['told', 2, 'stopped'],
    ]);
    expect(asks('run')).toMatchObject([{ screen: { event: null } }]);
  });
});

describe('a worker that dies', () => {
  test('before it came up is not started again until an edit', async () => {
    const engine = client();
    engine.ask(question('r'));
    thread().dies('');
    expect(told.at(-1)).toEqual(['loss', 'The engine could not be loaded.']);
    engine.ask(question('r'));
    expect(threads).toHaveLength(1);
    engine.ask(question('s'));
    expect(threads).toHaveLength(2);
  });

  test('while it looks is followed by one that is given what it held', () => {
    const engine = client();
    engine.ask(question('r'));
    answers('run');
    engine.look({ event: 2, visible: null });
    thread().dies('out of memory');
    expect(told.slice(-2)).toEqual([
      ['loss', 'out of memory'],
      ['run', 2, 'r', true],
    ]);
    // And where that dies of it as well, an edit is waited for.
    thread().dies('out of memory');
    expect(threads).toHaveLength(2);
  });

  test('garbage is as good as that', () => {
    const engine = client();
    engine.ask(question('r'));
    thread().says({ kind: 'hello' });
    expect(told.at(-1)).toEqual(['loss', 'The engine said something that the page does not understand.']);
    expect(thread().isEnded).toBe(true);
  });
});
