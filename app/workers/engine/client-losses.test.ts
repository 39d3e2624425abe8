import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Doing } from '../../../src/live';
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

/** What was told, by kind. */
const kinds = () => heard.told.map((one) => (one as [string])[0]);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a rule that silences its worker', () => {
  test('is not run again until it is edited, and its events are given to the new worker', async () => {
    const engine = client();
    engine.ask(question('r'));
    hangs('run', 'evaluate', null);
    expect(heard.told.at(-1)).toEqual(['loss', 'evaluate (x+)+ null']);
    expect(asks('run')).toMatchObject([{ rule: '', events: EVENTS }]);
    // None of this is passed on.
    news(numberOf('run'), 'rule');
    answers('run');
    engine.ask(question('r', { events: '{}' }));
    engine.look({ event: 1, visible: null });
    expect(asks('run')).toHaveLength(1);
    expect(asks('look')).toEqual([]);
    await settled();
    expect(heard.told.at(-1)).toEqual(['loss', 'evaluate (x+)+ null']);
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
    expect(heard.told.at(-1)).toEqual(['run', 2, 'r', false]);
  });

  test('does not keep a later rule from being looked at', () => {
    const engine = client();
    engine.ask(question('r'));
    engine.ask(question('s'));
    hangs('run', 'evaluate', null);
    engine.look({ event: 1, visible: null });
    expect(asks('run')).toMatchObject([{ rule: 's' }]);
    expect(asks('look')).toEqual([{ event: 1, visible: null }]);
  });

  test('gives way to the one that waits', () => {
    const engine = client();
    engine.ask(question('r'));
    engine.ask(question('s'));
    hangs('run', 'evaluate', null);
    expect(heard.told.slice(-2)).toEqual([
      ['loss', 'evaluate (x+)+ null'],
      ['run', 2, 's', false],
    ]);
    expect(asks('run')).toMatchObject([{ rule: 's', events: EVENTS }]);
  });

  test('runs again once it comes back in place of the one that waited', () => {
    const engine = client();
    engine.ask(question('r'));
    engine.ask(question('s'));
    hangs('run', 'evaluate', null);
    answers('run');
    engine.ask(question('r'));
    expect(heard.told.at(-1)).toEqual(['run', 3, 'r', false]);
  });

  test('that the engine cannot say which pattern it is at is stopped too, later', () => {
    const engine = client();
    engine.ask(question('r'));
    ready();
    vi.advanceTimersByTime(999);
    expect(heard.threads).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(heard.told.at(-1)).toEqual(['loss', 'null null null']);
  });

  test('and whose events silence the next worker too is left alone', () => {
    const engine = client();
    engine.ask(question('r'));
    hangs('run', 'evaluate', null);
    ready();
    vi.advanceTimersByTime(100_000);
    expect(heard.threads).toHaveLength(2);
    engine.ask(question('s'));
    expect(heard.threads).toHaveLength(3);
  });

  test('a pinned version is unpinned by whoever hears of it, and nothing else is run before', () => {
    const engine = client((loss) => {
      if (loss && 'hang' in loss && loss.hang.doing === 'compare') engine.ask(question('r'));
    });
    engine.ask(question('r', { settings: { ...SETTINGS, pinned: 'p' } }));
    hangs('run', 'compare', null);
    expect(asks('run')).toEqual([{ rule: 'r', events: EVENTS, settings: SETTINGS, screen: SCREEN }]);
    expect(heard.threads).toHaveLength(2);
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
    expect(heard.told.slice(-2)).toEqual([
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
    expect(heard.told.slice(-2)).toEqual([
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
    expect(heard.told.slice(-3)).toEqual([
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
    expect(heard.told.slice(-3)).toEqual([
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
    expect(heard.told.at(-1)).toEqual(['loss', 'The engine could not be loaded.']);
    engine.ask(question('r'));
    expect(heard.threads).toHaveLength(1);
    engine.ask(question('s'));
    expect(heard.threads).toHaveLength(2);
  });

  test('while it looks is followed by one that is given what it held', () => {
    const engine = client();
    engine.ask(question('r'));
    answers('run');
    engine.look({ event: 2, visible: null });
    thread().dies('out of memory');
    expect(heard.told.slice(-2)).toEqual([
      ['loss', 'out of memory'],
      ['run', 2, 'r', true],
    ]);
    // And if it dies of that as well, it waits for an edit.
    thread().dies('out of memory');
    expect(heard.threads).toHaveLength(2);
  });

  test('garbage is as good as that', () => {
    const engine = client();
    engine.ask(question('r'));
    thread().says({ kind: 'hello' });
    expect(heard.told.at(-1)).toEqual([
      'loss',
      'The engine sent an answer that the page does not understand.',
    ]);
    expect(thread().isEnded).toBe(true);
  });
});

describe('several patterns', () => {
  test('the guilty one is found by a second, careful run before anything is said', async () => {
    const engine = client();
    engine.ask(question('r'));
    hangs('run', 'evaluate', null, 'a?');
    expect(kinds()).toEqual(['run', 'run']);
    expect(asks('run')).toMatchObject([{ rule: 'r', screen: { isCareful: true } }]);
    hangs('run', 'evaluate', null);
    expect(heard.told.at(-1)).toEqual(['loss', 'evaluate (x+)+ null']);
    // Another rule is none of it.
    engine.ask(question('s'));
    answers('run');
    await settled();
    expect(asks('run').at(-1)).toMatchObject({ rule: 's' });
    expect(thread().asked.at(-1)!.asks).not.toMatchObject({ screen: { isCareful: true } });
  });
});
