import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Doing } from '../../../src/live';
import type { Lesson } from '../../../src/teach';
import type { EngineClient } from './client';
import {
  answers,
  asks,
  client,
  EVENTS,
  hangs,
  heard,
  news,
  numberOf,
  question,
  ready,
  SCREEN,
  SETTINGS,
  settled,
  thread,
} from './testing';

const SEEN = { field: 'Image', source: {} };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A lesson with nothing in it. */
const LESSON: Lesson = {
  id: 'l',
  title: 'L',
  chapter: '',
  teaches: '',
  text: '',
  task: 'rule',
  goal: '',
  rule: 'r',
  events: EVENTS,
  expected: [],
  held: [],
  solutions: [],
  wrong: [],
};
const PAPER = { what: 'result', rule: 'r', events: 'e', settings: SETTINGS, document: 0 } as const;
const ASKED = { ...PAPER, which: 'all', chosen: 0, first: 1 } as const;
const REDACT = [{ rule: 'r', events: 'e', settings: SETTINGS, off: [] }];

describe('questions', () => {
  test('each question about the events gets its own answer, in whatever order they come', async () => {
    const engine = client();
    const [first, second] = [engine.seen(SEEN), engine.seen({ ...SEEN, field: 'User' })];
    const [one, two] = thread().asked;
    thread().says({ kind: 'answered', number: two!.number, answer: [{ value: 'b', events: 1 }] });
    thread().says({ kind: 'answered', number: one!.number, answer: [{ value: 'a', events: 1 }] });
    expect(await first).toStrictEqual({ how: 'answered', answer: [{ value: 'a', events: 1 }] });
    expect(await second).toStrictEqual({ how: 'answered', answer: [{ value: 'b', events: 1 }] });
    expect(heard.told).toStrictEqual([]);
  });

  test('a worker that hangs answers with nothing', async () => {
    const engine = client();
    engine.ask(question('r'));
    ready();
    const answer = engine.seen(SEEN);
    vi.advanceTimersByTime(1001);
    expect(await answer).toMatchObject({ how: 'failed', failure: { why: 'ended' } });
    expect(heard.threads).toHaveLength(2);
  });

  test('a newer wish for made-up names supersedes an older one', async () => {
    const engine = client();
    const first = engine.apart('redact', REDACT);
    const second = engine.apart('redact', [{ ...REDACT[0]!, off: ['user a'] }]);
    const third = engine.apart('redact', [{ ...REDACT[0]!, off: ['user b'] }]);
    expect(await second).toEqual({ how: 'superseded' });
    answers('redact', { text: 'x' });
    expect(await first).toEqual({ how: 'answered', answer: { text: 'x' } });
    await settled();
    answers('redact', { text: 'y' });
    expect(await third).toEqual({ how: 'answered', answer: { text: 'y' } });
    expect(asks('redact').at(-1)).toEqual([{ ...REDACT[0]!, off: ['user b'] }]);
  });

  test('a newer try of a lesson supersedes an older one', async () => {
    const engine = client();
    const tries = ['a', 'b', 'c'].map((rule) =>
      engine.apart('try', { lesson: LESSON, work: { ...LESSON, rule }, step: null }),
    );
    expect(await tries[1]).toEqual({ how: 'superseded' });
    answers('try', { grade: 1, hint: null });
    expect(await tries[0]).toEqual({ how: 'answered', answer: { grade: 1, hint: null } });
    await settled();
    answers('try', { grade: 3, hint: null });
    expect(await tries[2]).toEqual({ how: 'answered', answer: { grade: 3, hint: null } });
    expect(asks('try').at(-1)).toMatchObject({ work: { rule: 'c' } });
  });

  test('a newer question what changes break supersedes an older one; others are asked beside it', async () => {
    const engine = client();
    engine.ask(question('r'));
    answers('run');
    const broken = (document: number) =>
      engine.author({
        kind: 'broken',
        changes: [],
        wanted: [{ document, count: 0, members: null }],
        twins: [],
      });
    const first = broken(1);
    const second = broken(2);
    void engine.author({ kind: 'json', events: [0], form: 'dumped' });
    expect(asks('author')).toMatchObject([{ kind: 'broken' }, { kind: 'json' }]);
    void broken(3);
    expect(await second).toEqual({ how: 'superseded' });
    const number = thread().cancelled[0]!;
    thread().says({ kind: 'superseded', number });
    expect(await first).toEqual({ how: 'superseded' });
    await settled();
    expect(asks('author').at(-1)).toMatchObject({ wanted: [{ document: 3 }] });
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
    ['redact', (engine) => engine.apart('redact', REDACT), 'redact'],
    ['paper', (engine) => engine.apart('paper', ASKED), 'export'],
    ['try', (engine) => engine.apart('try', { lesson: LESSON, work: LESSON, step: 1 }), 'teach'],
  ])(
    '%s that hangs fails with the pattern, and the run is given to the new worker',
    async (what, ask, doing) => {
      const engine = client();
      engine.ask(question('r'));
      answers('run');
      await settled();
      heard.told = [];
      const end = ask(engine);
      hangs(what, doing, null);
      expect(await end).toMatchObject({
        how: 'failed',
        failure: { why: 'no answer', at: { pattern: '(x+)+' } },
      });
      expect(heard.told).toEqual([
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
    expect(heard.told).toEqual([
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
    expect(heard.told.slice(1)).toEqual([
      ['run', 2, 't', false],
      ['told', 2, 'rule'],
    ]);
  });

  test('a look before any run asks nothing; what a run gives after another has begun is dropped', () => {
    const engine = client();
    engine.look(SCREEN);
    expect(heard.threads).toHaveLength(0);
    engine.ask(question('r'));
    engine.look({ event: 1, visible: null });
    engine.look({ event: 2, visible: null });
    expect(asks('look')).toMatchObject([{ event: 1 }, { event: 2 }]);
    news(1, 'trace');
    expect(heard.told.at(-1)).toEqual(['told', 1, 'trace']);
    answers('run');
    engine.ask(question('s'));
    const before = heard.told.length;
    news(1, 'trace');
    expect(heard.told).toHaveLength(before);
  });

  test('a run that throws is told, and the worker goes on', async () => {
    const engine = client();
    engine.ask(question('r'));
    thread().says({ kind: 'failed', number: 1, message: 'no' });
    await settled();
    expect(heard.told.at(-1)).toEqual(['end', 1, 'no']);
    engine.ask(question('r'));
    expect(heard.threads).toHaveLength(1);
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
    expect(heard.told.at(-1)).toEqual(['told', 1, 'stopped']);
  });
});
