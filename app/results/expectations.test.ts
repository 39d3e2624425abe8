import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Expectation } from '../../src/expect';
import { session } from '../state/session';
import { eventKey, expectedEvents, followExpectations, isMet } from './expectations';
import { NO_RESULTS } from './outcome';
import { reduce } from './reduce';
import { results } from './results';
import { START } from './run-state';
import { Recorder, whole } from './testing';

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
