import { describe, expect, test } from 'vitest';
import type { Doing, Stopped } from './doing';
import { LiveEngine } from './live-engine';
import type { LiveMessage } from './messages';
import { LIVE_PANELS, type OnScreen } from './on-screen';

const PATTERN = 'a(?=b)';
const rule = (pattern: string) => `title: T\ndetection:\n    s: {k|re: '${pattern}'}\n    condition: s\n`;
const EVENTS = ['ab', 'cab', 'x'].map((k) => JSON.stringify({ k, CommandLine: k }));
const SETTINGS = { ignoreLogsource: false, placeholders: {} };

/** An engine, and what it has posted. */
class Talk {
  said: LiveMessage[] = [];
  readonly engine = new LiveEngine((message) => this.said.push(message));

  async run(
    look: Partial<OnScreen>,
    pattern = PATTERN,
    events = EVENTS.join('\n'),
    alive = async () => true,
  ) {
    this.said = [];
    await this.engine.run(
      rule(pattern),
      events,
      SETTINGS,
      { event: null, visible: null, open: LIVE_PANELS, ...look },
      alive,
    );
    return this;
  }
  /** The events that were explained, or are known to have no explanation. */
  get explained(): number[] {
    return this.said.flatMap((m) => (m.kind === 'trace' && m.trace ? [m.event] : []));
  }
  get stopped() {
    return this.said.flatMap((m) => (m.kind === 'stopped' ? [[m.event, m.doing, m.pattern]] : []));
  }
  /** What was announced about patterns: for which work, for which event, and which pattern. */
  get beacons() {
    let pattern = '';
    return this.said.flatMap((m) => {
      if (m.kind === 'beacon') pattern = m.what;
      return m.kind === 'doing' && m.runs ? [[m.doing, m.event?.index ?? null, pattern]] : [];
    });
  }
}

describe('what is chosen', () => {
  test.each([
    ['an event', 1, 1],
    ['one behind the last is the last', 7, 2],
  ])('%s', async (_, event, explained) => {
    const talk = await new Talk().run({ event });
    expect(talk.explained).toEqual([explained]);
    talk.said = [];
    await talk.engine.look({ event, visible: null });
    expect(talk.explained).toEqual([explained]);
  });

  test('of no events nothing is explained', async () => {
    expect((await new Talk().run({ event: 3 }, PATTERN, '')).explained).toEqual([]);
  });

  test('while other events are read, a look is answered by the run that reads them, and from nothing older', async () => {
    const talk = await new Talk().run({ event: 0 });
    const many = Array.from({ length: 600 }, (_, i) => JSON.stringify({ k: `ab${i}` })).join('\n');
    // The clock leaps, so that the events are read in pieces.
    let now = 0;
    const slow = new LiveEngine(
      (message) => talk.said.push(message),
      () => (now += 100),
    );
    talk.said = [];
    let looks = 0;
    const alive = async () => {
      if (looks++ === 0) void slow.look({ event: 2, visible: null });
      return true;
    };
    await slow.run(rule(PATTERN), many, SETTINGS, { event: 0, visible: null }, alive);
    expect(looks).toBeGreaterThan(1);
    expect(talk.explained).toEqual([2]);
    const first = talk.said.findIndex((m) => m.kind === 'trace' || m.kind === 'marks');
    expect(talk.said.slice(0, first).map((m) => m.kind)).toContain('events');
  });
});

describe('before a backtracking expression runs it is said', () => {
  test('what for; an event without the letters that it needs does not run it', async () => {
    const talk = await new Talk().run({ event: 1, visible: { start: 0, end: 100 } });
    expect(talk.beacons).toEqual([
      ['evaluate', null, PATTERN],
      ['explain', 1, PATTERN],
      ['explain', 0, PATTERN],
      ['decide', 1, PATTERN],
    ]);
  });

  test('and that none runs any more, once other work begins', async () => {
    const talk = await new Talk().run({ event: 1 });
    const told = talk.said.flatMap((m) => (m.kind === 'doing' ? [`${m.doing} ${m.runs}`] : []));
    // The same work continues from one event to the next.
    expect(told).toEqual([
      'evaluate true',
      'explain false',
      'explain true',
      'explain true',
      'repair false',
      'decide true',
    ]);
  });

  test('what is done after others had a turn is what was done before it', async () => {
    const engine = new LiveEngine(
      (message) => said.push(message),
      () => (now += 100),
    );
    const said: LiveMessage[] = [];
    let now = 0;
    const many = Array.from({ length: 600 }, () => '{"k":"ab"}').join('\n');
    let isRead = false;
    // The user looks at another event between any two pieces.
    const turn = async () => {
      isRead ||= said.some((m) => m.kind === 'verdicts');
      if (isRead) void engine.look({ event: 599, visible: { start: 0, end: 5 } });
      return true;
    };
    await engine.run(rule(PATTERN), many, SETTINGS, { event: 0, visible: { start: 0, end: 5 } }, turn);
    const at = (m: LiveMessage) => m.kind === 'doing' && m.runs && `${m.doing} ${m.event?.index ?? 'all'}`;
    const told = said.flatMap((m) => at(m) || []);
    expect(told).toContain('explain 599');
    // The last batch of verdicts is marked as such, whatever came in between.
    const last = said.findLastIndex((m) => m.kind === 'verdicts');
    expect(
      said
        .slice(0, last)
        .flatMap((m) => at(m) || [])
        .at(-1),
    ).toBe('evaluate all');
  });

  test('once for many events', async () => {
    const events = Array.from({ length: 200 }, () => '{"k":"ab"}').join('\n');
    const talk = await new Talk().run({ visible: { start: 0, end: 5 } }, PATTERN, events);
    expect(talk.beacons.filter(([doing]) => doing === 'evaluate')).toHaveLength(1);
  });
});

describe('what did not end before', () => {
  const own = (doing: Doing, more: Partial<Stopped> = {}): Stopped => ({
    doing,
    pattern: PATTERN,
    text: EVENTS[1]!,
    ...more,
  });
  const OTHER = 'b(?!a)';
  test.each<
    [
      string,
      Stopped,
      { event: number; pattern?: string; events?: string },
      explained: number[],
      stopped: unknown[],
    ]
  >([
    ['is not begun again for that event', own('explain'), { event: 1 }, [], [[1, 'explain', PATTERN]]],
    ['is for another event', own('explain'), { event: 0 }, [0], [[1, 'explain', PATTERN]]],
    [
      'is not begun for any event, where too many were stopped',
      own('explain', { text: null }),
      { event: 2 },
      [],
      [0, 1, 2].map((i) => [i, 'explain', PATTERN]),
    ],
    ['is under a rule without the expression', own('explain'), { event: 1, pattern: OTHER }, [1], []],
    [
      'is not begun by whatever rule, where no expression is known',
      own('explain', { pattern: null }),
      { event: 1, pattern: OTHER },
      [],
      [[1, 'explain', null]],
    ],
    [
      'is once the event is another',
      own('explain'),
      { event: 1, events: EVENTS.join('\n').replace('cab', 'dab') },
      [1],
      [],
    ],
    [
      'is not begun where the event stands elsewhere now',
      own('explain'),
      { event: 2, events: `{"k":"new"}\n${EVENTS.join('\n')}` },
      [],
      [[2, 'explain', PATTERN]],
    ],
    ['does not keep other work from being done', own('decide'), { event: 1 }, [1], [[1, 'decide', PATTERN]]],
  ])('%s', async (_, stopped, { event, pattern = PATTERN, events = EVENTS.join('\n') }, explained, told) => {
    const talk = await new Talk().run({ event, stopped: [stopped] }, pattern, events);
    expect(talk.explained).toEqual(explained);
    // A list on screen may ask twice: for its marks, and for its own explanation.
    const once = [...new Map(talk.stopped.map((s) => [JSON.stringify(s), s])).values()];
    expect(once.sort()).toEqual(told);
    // The verdicts are still there.
    expect(talk.said.some((m) => m.kind === 'verdicts')).toBe(true);
  });

  test.each<Doing>(['repair', 'vary'])('%s is left out by itself', async (doing) => {
    const event = doing === 'repair' ? 2 : 1;
    const stopped = [own(doing, { text: EVENTS[event]! })];
    const talk = await new Talk().run({ event, stopped });
    await talk.engine.vary(event, async () => true);
    expect(talk.explained).toEqual([event]);
    expect(talk.stopped).toContainEqual([event, doing, PATTERN]);
    const kinds = talk.said.map((m) => m.kind);
    expect(kinds.includes('repairs')).toBe(doing !== 'repair');
    expect(kinds.includes('variants')).toBe(doing !== 'vary');
  });
});
