import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Expectation } from '../../src/expect';
import { VERDICTS } from '../../src/match';
import { session } from '../state/session';
import { countsOf, eventKey, eventKeys, expectedEvents, isMet } from './expectations';
import { followExpectations } from './follow-expectations';
import { NO_RESULTS } from './outcome';
import { reduce } from './reduce';
import { results } from './results';
import { START } from './run-state';
import { Recorder, whole } from './testing';
import { NO_VERDICTS, withPiece } from './verdict-columns';

const RULE = `title: A
detection:
    selection:
        A: x
    condition: selection
`;
const line = (value: string) => `{"A":"${value}"}`;
const lines = (...values: string[]) => values.map(line).join('\n');
const keyed = (wanted: Record<string, Expectation>) =>
  Object.fromEntries(Object.entries(wanted).map(([value, one]) => [eventKey(line(value)), one]));

let end = () => {};
let state = START;
let recorder = new Recorder();
beforeEach(() => {
  state = START;
  recorder = new Recorder();
  results.setState(NO_RESULTS, true);
  session.setState({ rule: RULE, events: '', settings: { ignoreLogsource: true, placeholders: {} } });
  end = followExpectations();
});
afterEach(() => end());

/** The events' text changes, and the engine answers. */
async function becomes(events: string): Promise<void> {
  session.setState({ events });
  for (const message of whole(await recorder.asks(RULE, events))) state = reduce(state, message);
  results.setState(state.shown, true);
}

const expects = (expected: Readonly<Record<string, Expectation>>) =>
  session.setState(({ settings }) => ({ settings: { ...settings, expected } }));

/** `1+ 3-!`: the events with an expectation, and whether it is met. */
const told = () =>
  expectedEvents(results.getState().outcome, session.getState().settings.expected)
    .map((one) => `${one.event + 1}${one.expected === 'match' ? '+' : '-'}${one.isMet ? '' : '!'}`)
    .join(' ');

test('what is expected stands beside the verdicts', async () => {
  await becomes(lines('x', 'y', 'z'));
  expects(keyed({ x: 'match', y: 'match', z: 'no match' }));
  expect(told()).toBe('1+ 2+! 3-');
});

test('of equal events each has the expectation, and says of how many others', async () => {
  await becomes(lines('x', 'y', 'x', 'x'));
  expects(keyed({ x: 'match', y: 'no match' }));
  const found = expectedEvents(results.getState().outcome, session.getState().settings.expected);
  expect(found.map(({ event, equal }) => [event, equal])).toEqual([
    [0, 2],
    [1, 0],
    [2, 2],
    [3, 2],
  ]);
});

test.each<[string, string[], string]>([
  ['an event before the others', ['n', 'x', 'y', 'z'], '2+ 4-'],
  ['an event that is edited', ['x', 'y', 'x1'], '1+ 3-'],
  ['an event that is taken out', ['y', 'z'], '2-'],
  ['another order', ['z', 'y', 'x'], '1- 3+'],
  ['all other events', ['p', 'q', 'r'], ''],
])('goes with its event: %s', async (_, values, expected) => {
  await becomes(lines('x', 'y', 'z'));
  expects(keyed({ x: 'match', z: 'no match' }));
  await becomes(lines(...values));
  expect(told()).toBe(expected);
  // Undone, all is as it was.
  await becomes(lines('x', 'y', 'z'));
  expect(told()).toBe('1+ 3-');
});

test('an edit after a new expectation carries that, too', async () => {
  await becomes(lines('x', 'y'));
  expects(keyed({ x: 'match' }));
  expects(keyed({ x: 'match', y: 'no match' }));
  await becomes(lines('x', 'y1'));
  expect(told()).toBe('1+ 2-');
});

test('other work with expectations of its own takes none over', async () => {
  await becomes(line('x'));
  expects(keyed({ x: 'match' }));
  expects({ ...session.getState().settings.expected });
  session.setState(({ settings }) => ({
    events: line('y'),
    settings: { ...settings, expected: keyed({ q: 'match' }) },
  }));
  await becomes(line('y'));
  expect(told()).toBe('');
  expect(session.getState().settings.expected).toEqual(keyed({ q: 'match' }));
});

test.each<[Expectation, Parameters<typeof isMet>[1], boolean]>([
  ['match', 'match', true],
  ['match', 'no match', false],
  ['match', 'not applicable', false],
  ['match', 'error', false],
  ['no match', 'no match', true],
  ['no match', 'not applicable', true],
  ['no match', 'match', false],
  ['no match', 'error', false],
])('%s, and the verdict is %s: %s', (expected, verdict, met) => {
  expect(isMet(expected, verdict)).toBe(met);
});

const [MATCH, MISS] = [VERDICTS.indexOf('match'), VERDICTS.indexOf('no match')];

test('an event whose verdict is still to come has neither a key nor a result', () => {
  const events = lines('p1', 'p2', 'p3');
  const places = [0, 11, 22].map((start) => ({ start, end: start + 10 }));
  const batch = (codes: readonly number[]) => ({
    from: 0,
    starts: Uint32Array.from(codes, (_, i) => places[i]!.start),
    ends: Uint32Array.from(codes, (_, i) => places[i]!.end),
    codes: Uint8Array.from(codes),
    source: new Uint16Array(codes.length),
    sources: ['s'],
  });
  const outcome = (codes: readonly number[]) => ({
    ...NO_RESULTS.outcome,
    events,
    total: 3,
    verdicts: withPiece(NO_VERDICTS, batch(codes), 3),
  });
  const wanted = keyed({ p1: 'match', p3: 'no match' });
  expect(eventKeys(outcome([MATCH]))).toBeNull();
  expect(expectedEvents(outcome([MATCH]), wanted)).toEqual([]);
  expect(eventKeys(outcome([MATCH, MISS, MISS]))).toEqual(
    ['p1', 'p2', 'p3'].map((value) => eventKey(line(value))),
  );
  // The places stay known while another rule is tried.
  const again = expectedEvents(outcome([MATCH]), wanted);
  expect(again.map(({ isMet: met }) => met)).toEqual([true, null]);
  expect(countsOf(again)).toEqual({ met: 1, failed: 0, all: 2 });
});
