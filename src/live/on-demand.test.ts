import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ruleOf } from '../testing/oracle/check';
import { OF_PANEL } from '../testing/panel-messages';
import type { Turn } from '../turns';
import { LIVE_PANELS, type LivePanel } from './on-screen';
import { COUNT, EVENTS, FAILS, FILTER, Person, text } from './testing';

const SETTINGS = { ignoreLogsource: false, placeholders: {} };
/** Several documents, so that every panel has content. */
const RULES = text(FAILS, COUNT.replace('1m', '30s'), FILTER);

const ALL: ReadonlySet<string> = new Set(Object.values(OF_PANEL).flat());

/** A user with a rule that misses the chosen event, whose clock always finds that a turn is over. */
class Looking extends Person {
  constructor() {
    let now = 0;
    super(() => {
      now += 100;
      return now;
    });
  }

  async runs(open: readonly LivePanel[], turn: Turn = async () => true, rules = RULES, event = 2) {
    this.messages = [];
    await this.engine.run(rules, EVENTS, SETTINGS, { event, visible: null, open }, turn);
    return this;
  }

  async opens(open: readonly LivePanel[], event = 2) {
    await this.engine.look({ event, visible: null, open });
    return this;
  }

  /** What was posted for panels, each message once even if it was repeated. */
  get panels(): string[] {
    return this.messages.filter(({ kind }) => ALL.has(kind)).map((m) => JSON.stringify(m));
  }

  get panelKinds(): string[] {
    return [...new Set(this.messages.map(({ kind }) => kind).filter((kind) => ALL.has(kind)))].sort();
  }
}

const kindsOf = (panels: readonly LivePanel[]) => panels.flatMap((panel) => OF_PANEL[panel]).sort();

describe('what no panel shows is not made', () => {
  test.each<[string, readonly LivePanel[]]>([
    ['with all of them closed', []],
    ...LIVE_PANELS.map((panel): [string, readonly LivePanel[]] => [`with ${panel} open`, [panel]]),
    ['with all of them open', LIVE_PANELS],
  ])('%s', async (_, open) => {
    const person = await new Looking().runs(open);
    expect(person.panelKinds).toEqual(kindsOf(open));
    expect(person.kinds.at(-1)).toBe('done');
  });
});

test('what is known of the events alone is made without a rule, too', async () => {
  const person = await new Looking().runs(['formats', 'explain'], undefined, 'title: none');
  expect(person.panelKinds).toEqual(kindsOf(['formats']));
  // The last event stands for those after it.
  await person.opens(['formats'], 999);
  const last = person.messages.findLast(({ kind }) => kind === 'fields');
  expect(last).toMatchObject({ event: EVENTS.split('\n').length - 1 });
});

test('the rule’s panels are told before the events are evaluated, all others after the marks', async () => {
  const { kinds } = await new Looking().runs(LIVE_PANELS);
  expect(kinds.slice(0, 3)).toEqual(['rule', 'page', 'indicators']);
  for (const kind of ['repairs', 'decisions', 'sources', 'fields', 'correlations'])
    expect(kinds.indexOf(kind), kind).toBeGreaterThan(kinds.indexOf('marks'));
});

describe('a panel that is opened', () => {
  test('shows what it would had it been open all along, whenever that is and in whatever order', async () => {
    let turns = 0;
    const count = async () => ++turns > 0;
    const expected = [...(await new Looking().runs(LIVE_PANELS, count)).panels].sort();
    expect(turns).toBeGreaterThan(10);
    const moments = fc.array(fc.nat(turns), { minLength: LIVE_PANELS.length, maxLength: LIVE_PANELS.length });
    await fc.assert(
      fc.asyncProperty(moments, async (moment) => {
        const person = new Looking();
        const open: LivePanel[] = [];
        const looks: Promise<unknown>[] = [];
        let turn = 0;
        await person.runs([], async () => {
          const now = LIVE_PANELS.filter((_, i) => moment[i] === turn);
          turn++;
          open.push(...now);
          if (now.length > 0) looks.push(person.opens([...open]));
          return true;
        });
        // Those whose moment never came are opened after the run.
        for (const panel of LIVE_PANELS)
          if (!open.includes(panel)) {
            open.push(panel);
            looks.push(person.opens([...open]));
          }
        await Promise.all(looks);
        expect([...person.panels].sort()).toEqual(expected);
      }),
    );
  });

  test('again in the same run tells nothing again; in the next run it tells what is true by then', async () => {
    const person = await new Looking().runs(LIVE_PANELS);
    const told = person.panels;
    await person.opens([]);
    await person.opens(LIVE_PANELS);
    expect(person.panels).toEqual(told);
    await person.runs([], undefined, ruleOf("k: 'nowhere'"));
    expect(person.panels).toEqual([]);
    await person.opens(['indicators']);
    expect(person.get('indicators').found?.indicators.map(({ value }) => value)).toEqual(['nowhere']);
  });

  test('while the text does not compile shows the last good rule', async () => {
    const person = await new Looking().runs([]);
    await person.runs([], undefined, RULES.replace('condition: s', 'condition: '));
    await person.opens(['rule', 'indicators']);
    expect(person.get('page').rule?.card.meta.title?.value).toBe('FAILS');
    expect(person.get('indicators').found?.title).toBe('FAILS');
  });

  test('before any rule has compiled says that there is none', async () => {
    const person = await new Looking().runs(LIVE_PANELS, undefined, 'title: broken\n');
    expect([person.get('page').rule, person.get('indicators').found]).toEqual([null, null]);
  });

  test('of the chosen event is told for each event that is chosen; the last stands for one that is gone', async () => {
    const person = await new Looking().runs(['explain'], undefined, RULES, 99);
    const first = person.messages.flatMap((m) => (m.kind === 'decisions' ? [m.event] : []));
    const last = Math.max(...first);
    expect(first).toEqual([last]);
    expect(last).toBeGreaterThan(2);
    for (const event of [2, 2, 0]) await person.opens(['explain'], event);
    const of = person.messages.flatMap((m) => (m.kind === 'decisions' ? [m.event] : []));
    expect(of).toEqual([last, 2, 0]);
  });
});

describe('while the events of a run are being read', () => {
  const MANY = Array.from({ length: 300 }, () => EVENTS).join('\n');

  /** Does `first` at the first turn of a run over other events, and then lets the run continue or not. */
  async function reading(first: (person: Looking) => Promise<unknown>, goesOn: boolean) {
    const person = await new Looking().runs([]);
    person.messages = [];
    let begun: Promise<unknown> | null = null;
    const settings = { ...SETTINGS, ignoreLogsource: true };
    await person.engine.run(FAILS, MANY, settings, { event: 0, visible: null }, async () => {
      begun ??= first(person);
      return goesOn;
    });
    await begun;
    return person;
  }

  test('a look tells nothing of the events before', async () => {
    const person = await reading((p) => p.opens([]), false);
    expect(person.kinds).toEqual(['rule']);
  });

  test('what is written waits for them', async () => {
    const at = MANY.length - 5;
    const ask = { kind: 'filter', range: { start: at, end: at } } as const;
    expect((await reading((p) => p.engine.author(ask), true)).get('authored').answer.kind).toBe('edit');
    expect((await reading((p) => p.engine.author(ask), false)).get('authored').answer).toEqual({
      kind: 'refused',
      reason: ['The events have changed since. Ask again.'],
    });
  });
});
