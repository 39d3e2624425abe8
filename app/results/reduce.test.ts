import { beforeAll, describe, expect, test } from 'vitest';
import type { Hang } from '../workers/engine/client';
import { isEarlier, type Results, stoppedKey } from './outcome';
import { reduce } from './reduce';
import { type Message, START, type State } from './run-state';
import { beginning, type RecordedRun, Recorder, SETTINGS, whole } from './testing';
import { matchingOf } from './verdict-columns';

const rule = (value: string, title = 'T') =>
  `title: ${title}\nlogsource: {product: test}\ndetection:\n    s: {k: ${value}}\n    condition: s\n`;
const EVENTS = ['a', 'b', 'a', 'c'].map((k) => JSON.stringify({ k })).join('\n');
const A = rule('a');
const B = rule('b');
/** A line that is not YAML above a rule. */
const BROKEN = `x: [1\n${A}`;

const HANG: Hang = { rule: A, what: '(x+)+', range: null, doing: 'explain', event: 2 };

/** What the user sees, in short. */
function seen({ outcome, stale, running, settled, hang, failure }: Results): string {
  const what = outcome.info ? `${outcome.rule === A ? 'A' : outcome.rule === B ? 'B' : '?'}` : 'no rule';
  const matches = outcome.info ? ` ${matchingOf(outcome.verdicts).join('')}` : '';
  const marks = [...outcome.marks.values()].flat().length > 0 ? ' marked' : '';
  const state = [
    stale && 'stale',
    running && 'running',
    !settled && 'new',
    hang && 'hang',
    failure && 'failed',
  ];
  return `${what}${matches}${marks} of ${outcome.total}${state.flatMap((word) => (word ? [` ${word}`] : [])).join('')}`;
}

const replay = (messages: readonly Message[], from: State = START) => messages.reduce(reduce, from);
const of = (run: RecordedRun, ...kinds: string[]) =>
  run.told.filter((m) => m.kind === 'told' && kinds.includes(m.message.kind));
const ended = ({ run }: RecordedRun, failure: string | null = null): Message => ({
  kind: 'ended',
  run,
  failure,
});
const waited = ({ run }: RecordedRun): Message => ({ kind: 'waited', run });
const lost: Message = { kind: 'lost', loss: { hang: HANG } };

let first: RecordedRun;
let second: RecordedRun;
let broken: RecordedRun;
let other: RecordedRun;
/** The first question, asked of an engine with no history. */
let again: RecordedRun;
/** The broken text, asked of such an engine. */
let brokenAnew: RecordedRun;
let look: readonly Message[];

beforeAll(async () => {
  const recorder = new Recorder();
  first = await recorder.asks(A, EVENTS);
  look = await recorder.looks(2);
  second = await recorder.asks(B, EVENTS);
  const backToA = await recorder.asks(A, EVENTS);
  broken = await recorder.asks(BROKEN, EVENTS);
  other = await recorder.asks('title: N', EVENTS);
  expect([first.run, second.run, backToA.run, broken.run, other.run]).toEqual([1, 2, 3, 4, 5]);
  const anew = await new Recorder().asks(A, EVENTS);
  again = { ...anew, run: 7, told: anew.told.map((m) => ({ ...m, run: 7 }) as Message) };
  const none = await new Recorder().asks(BROKEN, EVENTS);
  brokenAnew = { ...none, run: 8, told: none.told.map((m) => ({ ...m, run: 8 }) as Message) };
});

interface Case {
  readonly name: string;
  readonly messages: () => readonly Message[];
  readonly seen: string;
}

const CASES: readonly Case[] = [
  { name: 'nothing yet', messages: () => [], seen: 'no rule of 0 new' },
  { name: 'a run', messages: () => whole(first), seen: 'A 02 marked of 4' },
  {
    name: 'a run shows nothing of itself before it has marks',
    messages: () => [...whole(first), ...beginning(second), ...of(second, 'rule', 'events', 'verdicts')],
    seen: 'A 02 marked of 4',
  },
  {
    name: 'then all at once',
    messages: () => [
      ...whole(first),
      ...beginning(second),
      ...of(second, 'rule', 'events', 'verdicts', 'marks'),
    ],
    seen: 'B 1 marked of 4 running',
  },
  {
    name: 'or what there is, after a while',
    messages: () => [
      ...whole(first),
      ...beginning(second),
      ...of(second, 'rule', 'events', 'verdicts'),
      waited(second),
    ],
    seen: 'B 1 of 4 running',
  },
  {
    name: 'a rule that takes long to compile does not empty the screen',
    messages: () => [...whole(first), ...beginning(second), waited(second)],
    seen: 'A 02 marked of 4',
  },
  {
    name: 'and is shown as soon as it is compiled',
    messages: () => [...whole(first), ...beginning(second), waited(second), ...of(second, 'rule')],
    seen: 'B  of 0 running',
  },
  {
    name: 'late messages of an older run change nothing',
    messages: () => [...whole(first), ...whole(second), ...first.told, ended(first, 'no')],
    seen: 'B 1 marked of 4',
  },
  {
    name: 'messages of a run that has not begun change nothing',
    messages: () => [...whole(first), ...second.told, ended(second)],
    seen: 'A 02 marked of 4',
  },
  {
    name: 'a run that begins twice begins once',
    messages: () => [...whole(first), ...whole(second), ...beginning(second), ...beginning(first)],
    seen: 'B 1 marked of 4',
  },
  {
    name: 'everything twice is as good as once',
    messages: () => [...beginning(first), ...first.told.flatMap((m) => [m, m]), ended(first), ended(first)],
    seen: 'A 02 marked of 4',
  },
  {
    name: 'everything out of turn is as good as in turn',
    messages: () => [...beginning(first), ...[...first.told].reverse(), ended(first)],
    seen: 'A 02 marked of 4',
  },
  {
    name: 'what was lost is missing, and nothing older stands in its place',
    messages: () => [...whole(first), ...beginning(second), ...of(second, 'rule', 'events'), ended(second)],
    seen: 'B  of 4',
  },
  {
    name: 'a run of which nothing came leaves nothing of the one before',
    messages: () => [...whole(first), ...beginning(second), ended(second)],
    seen: 'no rule of 0',
  },
  {
    name: 'a run that fails says so, and shows what there is',
    messages: () => [
      ...whole(first),
      ...beginning(second),
      ...of(second, 'rule', 'events'),
      ended(second, 'no'),
    ],
    seen: 'B  of 4 failed',
  },
  {
    name: 'what a look gives is taken in after the run has ended',
    messages: () => [...whole(first), ...look],
    seen: 'A 02 marked of 4',
  },
  {
    name: 'a text that does not compile shows the last good rule, marked as such',
    messages: () => [...whole(first), ...whole(broken)],
    seen: 'A 02 marked of 4 stale',
  },
  {
    name: 'a text that does not compile and is another rule shows no rule',
    messages: () => [...whole(first), ...whole(other)],
    seen: 'no rule of 4',
  },
  {
    name: 'and goes on showing none until one compiles',
    messages: () => [...whole(first), ...whole({ ...other, run: 2, told: [] }), ...whole(broken)],
    seen: 'no rule of 4',
  },
  {
    name: 'a first text that does not compile shows the events alone',
    messages: () => whole(brokenAnew),
    seen: 'no rule of 4',
  },
  {
    name: 'a loss says so, and shows what there is',
    messages: () => [...whole(first), lost],
    seen: 'A 02 marked of 4 hang',
  },
  {
    name: 'a loss in the middle of a run',
    messages: () => [
      ...whole(first),
      ...beginning(second),
      ...of(second, 'rule', 'events', 'verdicts'),
      lost,
    ],
    seen: 'B 1 of 4 hang',
  },
  {
    name: 'after a restart what was told stays on show, and so does what hung',
    messages: () => [...whole(first), lost, ...beginning(again, true), ...of(again, 'rule', 'events')],
    seen: 'A 02 marked of 4 running hang',
  },
  {
    name: 'until the same has been told again',
    messages: () => [...whole(first), lost, ...beginning(again, true), ...again.told, ended(again)],
    seen: 'A 02 marked of 4 hang',
  },
  {
    name: 'the lost worker’s last words mean nothing',
    messages: () => [
      ...whole(first),
      lost,
      ...beginning(again, true),
      ...first.told,
      ...again.told,
      ended(again),
    ],
    seen: 'A 02 marked of 4 hang',
  },
  {
    name: 'an engine that was restarted knows no good rule: the outcome on show stays, marked as such',
    messages: () => [...whole(first), lost, ...whole(brokenAnew)],
    seen: 'A 02 marked of 4 stale',
  },
  {
    name: 'an engine that was restarted without a word, likewise',
    messages: () => [...whole(first), { kind: 'started' }, ...whole(brokenAnew)],
    seen: 'A 02 marked of 4 stale',
  },
  {
    name: 'a question that only looks the same begins anew',
    messages: () => [
      ...whole(second),
      lost,
      ...beginning(again, true),
      ...of(again, 'rule', 'events'),
      waited(again),
    ],
    seen: 'A  of 4 running',
  },
];

test.each(CASES)('$name', ({ messages, seen: expected }) => {
  expect(seen(replay(messages()).shown)).toBe(expected);
});

test.each(CASES)(
  'what is shown is of before for just as long as there is something newer: $name',
  ({ messages }) => {
    messages().reduce((before, message) => {
      const state = reduce(before, message);
      expect(state.shown.awaited).toBe(state.shown !== state.newest);
      expect(state.newest.awaited && state.shown === state.newest).toBe(false);
      return state;
    }, START);
  },
);

test('what is shown is of before from the moment on that something newer is asked, while the worker is busy', () => {
  const asked: Message = { kind: 'asked' };
  const shown = (messages: readonly Message[]) => replay(messages).shown.awaited;
  expect(shown([...whole(first), asked])).toBe(true);
  // What the older run still tells changes nothing in that.
  expect(shown([...beginning(first), asked, ...first.told, ended(first)])).toBe(true);
  expect(shown([...whole(first), asked, ...whole(second)])).toBe(false);
  expect(shown([...whole(first), asked, lost])).toBe(false);
});

describe('what is kept of an earlier run is marked until its own has come', () => {
  const COUNT =
    'title: C\ncorrelation: {type: event_count, rules: [a], group-by: [k], timespan: 1m, condition: {gte: 1}}\n';
  const several = (value: string) => `${rule(value)}name: a\n---\n${COUNT}`;
  const parts = ({ outcome }: Results) =>
    (['sources', 'together', 'reports', 'compared'] as const).map((part) =>
      outcome.origins[part] === null ? 'none' : isEarlier(outcome, part) ? 'earlier' : 'own',
    );

  test('the correlations, the comparison and the sources', async () => {
    const recorder = new Recorder();
    const settings = { ...SETTINGS, pinned: B };
    const one = await recorder.asks(several('a'), EVENTS, { settings });
    const two = await recorder.asks(several('b'), EVENTS, { settings });
    const state = replay(whole(one));
    expect(parts(state.shown)).toEqual(['own', 'own', 'own', 'own']);
    const begun = replay([...beginning(two), ...of(two, 'rule', 'events', 'marks')], state);
    expect(parts(begun.shown)).toEqual(['earlier', 'earlier', 'earlier', 'earlier']);
    expect(begun.shown.outcome.together).toBe(state.shown.outcome.together);
    expect(parts(replay([...two.told, ended(two)], begun).shown)).toEqual(['own', 'own', 'own', 'own']);
    const alone = await recorder.asks(A, `${EVENTS}\n{}`);
    expect(parts(replay(whole(alone), begun).shown)).toEqual(['own', 'none', 'none', 'none']);
  });
});

test('what was left out for an event is known by what it was and by the pattern', () => {
  const stopped: Message = {
    kind: 'told',
    run: 1,
    message: { kind: 'stopped', event: 2, doing: 'vary', pattern: 'p' },
  };
  const { shown } = replay([...whole(first), stopped]);
  expect(shown.outcome.stopped.get(stoppedKey('vary', 2))).toBe('p');
  expect(shown.outcome.stopped.has(stoppedKey('explain', 2))).toBe(false);
  // It stays through the question that is asked again, and goes with the next.
  const restored = replay(
    [lost, ...beginning(again, true), ...again.told],
    replay([stopped], replay(whole(first))),
  );
  expect(restored.shown.outcome.stopped.size).toBe(1);
});

test('where the text has changed since is known, also while it does not compile', () => {
  const typed = (text: string): Message => ({ kind: 'typed', rule: text });
  const state = replay([...whole(first), typed(`${A}#`), typed(`y\n${A}#`)]);
  expect(state.shown.ruleChanges).toHaveLength(2);
  const back = replay(
    whole({ ...broken, run: 9, told: broken.told.map((m) => ({ ...m, run: 9 }) as Message) }),
    replay(whole(first)),
  );
  expect(back.shown.stale).toBe(true);
  expect(back.shown.ruleChanges).toEqual([{ start: 0, end: 0, length: 6 }]);
  expect(
    replay(whole({ ...second, run: 10, told: second.told.map((m) => ({ ...m, run: 10 }) as Message) }), back)
      .shown.ruleChanges,
  ).toEqual([]);
});

test('a state is never changed once it is made', () => {
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value))
      return;
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  };
  const states: State[] = [START];
  const texts: string[] = [];
  for (const message of [...whole(first), ...look, ...whole(second), lost, ...whole(brokenAnew)]) {
    freeze(states.at(-1));
    states.push(reduce(states.at(-1)!, message));
    texts.push(JSON.stringify(states.at(-1)!.shown, (_, v) => (v instanceof Map ? [...v] : v)));
  }
  for (const [i, text] of texts.entries())
    expect(JSON.stringify(states[i + 1]!.shown, (_, v) => (v instanceof Map ? [...v] : v))).toBe(text);
});
