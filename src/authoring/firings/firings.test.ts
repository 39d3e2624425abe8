import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
import { compileCollection } from '../../rule';
import { applyEdits, plain } from '../../text';
import type { AuthorAnswer, AuthorAsk } from '../events/answer';
import { author } from '../events/author';
import type { ExemplarAsk } from './exemplar';
import type { WantedFirings } from './tried';

const FAILED = `title: Failed
name: failed
detection:
    selection:
        EventID: 4625
    condition: selection
---
`;
const many = (more = 'group-by: [User]', gte = 3, timespan = '1m') => `title: Many
name: many
correlation:
    type: event_count
    rules: [failed]
    ${more}
    timespan: ${timespan}
    condition:
        gte: ${gte}
`;
const RULE = FAILED + many();

/** `ana 0`: a failed logon of ana in this second; `ana 0 4624`: another event. */
const lines = (...events: string[]) =>
  events
    .map((one) => {
      const [user, second, id = '4625'] = one.split(' ');
      const at =
        second === '-' ? {} : { '@timestamp': new Date(Date.UTC(2026, 10, 20) + Number(second) * 1000) };
      return JSON.stringify({ ...at, EventID: Number(id), ...(user === '-' ? {} : { User: user }) });
    })
    .join('\n');

function asks(rule: string, events: string, ask: AuthorAsk): AuthorAnswer {
  return author(ask, {
    plan: null,
    slices: readEvents(events).slices,
    recompile: () => null,
    collection: compileCollection(rule),
  });
}

const wanted = (members: number[][] | number, document = 1): WantedFirings =>
  typeof members === 'number'
    ? { document, count: members, members: null }
    : { document, count: members.length, members };

function unmet(rule: string, events: string, all: readonly WantedFirings[], twins: [number, number][] = []) {
  const answer = asks(rule, events, { kind: 'firings', wanted: all, twins });
  return answer.kind === 'firings' ? answer.unmet : [];
}

describe('why a correlation does not fire as expected', () => {
  const three = lines('ana 0', 'ana 10', 'ana 20', 'bob 30', 'bob 40');
  test.each<[string, string, string, WantedFirings, string[]]>([
    ['it does', RULE, three, wanted([[0, 1, 2]]), []],
    ['it does, as often', RULE, three, wanted(1), []],
    [
      'the nearest window',
      FAILED + many('group-by: [User]', 5),
      three,
      wanted(1),
      ['The closest window for User ana: the number of events was 3 (required: number of events ≥ 5).'],
    ],
    ['no event', RULE, lines('ana 0 1'), wanted(2), ['No event matches the rules that it refers to.']],
    ['no event counts', RULE, lines('ana -'), wanted(1), ['Event 1: no timestamp in it can be read.']],
    ['fewer', RULE, three, wanted(2), ['It fires on events 1, 2 and 3 only.']],
    ['it must not', RULE, three, wanted(0), ['It fires on events 1, 2 and 3.']],
    [
      'another group',
      RULE,
      lines('ana 0', 'ana 10', 'bob 20'),
      wanted([[0, 1, 2]]),
      [
        'The closest window for User ana: the number of events was 2 (required: number of events ≥ 3).',
        'Event 3 is in another group: User bob, and not User ana.',
      ],
    ],
    [
      'outside the window, without a group, and no match',
      RULE,
      lines('ana 0', 'ana 10', 'ana 100', '- 11', 'ana 12 4624'),
      wanted([[0, 1, 2, 3, 4]]),
      [
        'The closest window for User ana: the number of events was 2 (required: number of events ≥ 3).',
        'Event 4: it has no `User`, so it is in no group.',
        'Event 3 is outside the window of 1m.',
        'Event 5 matches none of the rules of “Many”.',
      ],
    ],
    [
      'an event more',
      RULE,
      lines('ana 0', 'ana 10', 'ana 20', 'ana 30'),
      wanted([[0, 1, 2]]),
      ['Event 4 is in the firing too.'],
    ],
    [
      'an event fewer',
      RULE,
      lines('ana 0', 'ana 10', 'ana 20', 'bob 30'),
      wanted([[0, 1, 2, 3]]),
      [
        'The firing on events 1, 2 and 3 is without event 4.',
        'Event 4 is in another group: User bob, and not User ana.',
      ],
    ],
    [
      'a firing besides',
      RULE,
      lines('ana 0', 'ana 10', 'ana 20', 'bob 0', 'bob 1', 'bob 2'),
      wanted([[0, 1, 2]]),
      ['It fires on events 4, 5 and 6.'],
    ],
    [
      'an event that is gone',
      RULE,
      lines('ana 0', 'ana 10'),
      wanted([[0, 1, -1]]),
      [
        '1 event of those expected is there no longer.',
        'The closest window for User ana: the number of events was 2 (required: number of events ≥ 3).',
      ],
    ],
  ])('%s', (_, rule, events, one, why) => {
    expect(unmet(rule, events, [one]).flatMap((found) => found.why.map(plain))).toEqual(why);
  });

  test('an event with the same text as another is as good as that', () => {
    const events = lines('ana 0', 'ana 0', 'ana 10');
    expect(unmet(RULE, events, [wanted([[0, 0, 2]])], [[1, 0]])).toEqual([]);
    expect(unmet(RULE, events, [wanted([[0, 0, 2]])])).toHaveLength(1);
  });

  test('more events than changes can be tried on are refused', () => {
    const events = lines(...Array.from({ length: 5001 }, (_, i) => `ana ${i}`));
    const answer = asks(RULE, events, { kind: 'firings', wanted: [wanted(1)], twins: [] });
    expect(answer).toMatchObject({ kind: 'refused' });
  });
});

describe('what to change', () => {
  /** The titles, with the documents that each would break; each is tried again on the text that it makes. */
  function repairs(rule: string, events: string, ...all: WantedFirings[]): string[] {
    return unmet(rule, events, all).flatMap(({ document, repairs: found }) =>
      found.map(({ title, edits, breaks }) => {
        const left = unmet(applyEdits(rule, edits), events, all).map((one) => one.document);
        expect(left).not.toContain(document);
        expect(left).toEqual(expect.arrayContaining([...breaks]));
        return `${plain(title)}${breaks.map((other) => ` !${other}`).join('')}`;
      }),
    );
  }

  test.each<[string, string, string, WantedFirings, string[]]>([
    ['the threshold', RULE, lines('ana 0', 'ana 10'), wanted([[0, 1]]), ['Lower `gte` from 3 to 2']],
    [
      'the window',
      RULE,
      lines('ana 0', 'ana 10', 'ana 100'),
      wanted([[0, 1, 2]]),
      ['Widen the window from 1m to 100s'],
    ],
    [
      'the group, written in brackets',
      RULE,
      lines('ana 0', 'ana 10', 'bob 20'),
      wanted([[0, 1, 2]]),
      ['Do not group by `User`'],
    ],
    [
      'the group, one name on each line',
      FAILED + many('group-by:\n      - EventID\n      - User'),
      lines('ana 0', 'ana 10', 'bob 20'),
      wanted([[0, 1, 2]]),
      ['Do not group by `User`'],
    ],
    [
      'too much: the threshold, or the window',
      RULE,
      lines('ana 0', 'ana 10', 'ana 20'),
      wanted(0),
      ['Raise `gte` from 3 to 4', 'Shorten the window from 1m to 15s'],
    ],
    ['nothing helps', RULE, lines('ana 0 1'), wanted(1), []],
  ])('%s', (_, rule, events, one, titles) => {
    expect(repairs(rule, events, one)).toEqual(titles);
  });

  test('a change that breaks what another correlation is to do says so', () => {
    const outer = `---\ntitle: Twice\ncorrelation:\n    type: event_count\n    rules: [many]\n    group-by: [User]\n    timespan: 1h\n    condition:\n        gte: 1\n`;
    const events = lines('ana 0', 'ana 10');
    expect(repairs(RULE + outer, events, wanted(1), wanted(0, 2))).toEqual(['Lower `gte` from 3 to 2 !2']);
  });
});

describe('events as an exemplar', () => {
  const exemplars = (events: string, ...of: ExemplarAsk[]) => {
    const answer = asks(RULE, events, { kind: 'exemplars', of });
    return answer.kind === 'exemplars' ? answer.all : [];
  };
  const ask = (events: number[] | null, fires: boolean): ExemplarAsk => ({ document: 1, events, fires });

  test('are in order of time, each so long after the first', () => {
    const events = lines('ana 20', 'ana 0', 'bob 5', 'ana 10');
    const [one] = exemplars(events, ask([0, 1, 3], true));
    expect(one?.events.map(({ offset, json }) => [offset, JSON.parse(json)['@timestamp']])).toEqual([
      [0, '2026-11-20T00:00:00.000Z'],
      [10_000, '2026-11-20T00:00:10.000Z'],
      [20_000, '2026-11-20T00:00:20.000Z'],
    ]);
  });

  test.each<[string, string, ExemplarAsk, number | null]>([
    ['all that match its rules', lines('ana 0', 'bob 1', 'bob 2 1'), ask(null, false), 2],
    ['it fires on them', lines('ana 0', 'ana 1', 'ana 2'), ask(null, false), null],
    ['it does not fire on them', lines('ana 0', 'ana 1'), ask([0, 1], true), null],
    ['one says no time', lines('ana 0', 'ana 1', 'ana -'), ask([0, 1, 2], false), null],
    ['whole seconds change what it does', lines('ana 0', 'ana 30', 'ana 60.9'), ask([0, 1, 2], false), null],
    ['it is no correlation', lines('ana 0'), { ...ask([0], true), document: 0 }, null],
  ])('%s', (_, events, one, size) => {
    expect(exemplars(events, one).map((found) => found?.events.length ?? null)).toEqual([size]);
  });
});
