import { beforeAll, describe, expect, test } from 'vitest';
import {
  A,
  again,
  B,
  broken,
  brokenAnew,
  CASES,
  EVENTS,
  ended,
  first,
  look,
  lost,
  of,
  other,
  record,
  replay,
  rule,
  second,
  seen,
} from './message-orders.cases';
import { isEarlier, type Results, stoppedKey } from './outcome';
import { reduce } from './reduce';
import { type Message, START, type State } from './run-state';
import { beginning, Recorder, SETTINGS, whole } from './testing';

beforeAll(async () => {
  await record();
  expect([first.run, second.run, broken.run, other.run]).toEqual([1, 2, 4, 5]);
});

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

test('results count as earlier ones as soon as something newer is asked, even while the worker is busy', () => {
  const asked: Message = { kind: 'asked' };
  const shown = (messages: readonly Message[]) => replay(messages).shown.awaited;
  expect(shown([...whole(first), asked])).toBe(true);
  // Later messages of the older run do not change that.
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

test('work that was stopped is recorded by its kind, its event and its pattern', () => {
  const stopped: Message = {
    kind: 'told',
    run: 1,
    message: { kind: 'stopped', event: 2, doing: 'vary', pattern: 'p' },
  };
  const { shown } = replay([...whole(first), stopped]);
  expect(shown.outcome.stopped.get(stoppedKey('vary', 2))).toBe('p');
  expect(shown.outcome.stopped.has(stoppedKey('explain', 2))).toBe(false);
  // The record stays when the same question is asked again, and goes with the next question.
  const restored = replay(
    [lost, ...beginning(again, true), ...again.told],
    replay([stopped], replay(whole(first))),
  );
  expect(restored.shown.outcome.stopped.size).toBe(1);
});

test('changes of the text since the results are recorded, even while it does not compile', () => {
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
