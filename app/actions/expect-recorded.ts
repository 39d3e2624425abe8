import { type Expectation, type Expected, isMet as isMetBy } from '../../src/expect';
import { eventKeys } from '../results/expectations';
import { totalsNow } from '../results/expected-firings';
import { type Outcome, results } from '../results/results';
import { areAllKnown, rangeOf, verdictOf } from '../results/verdict-columns';
import type { ExpectedFirings } from '../state/fields';
import { session } from '../state/session';
import { count } from '../ui/count';
import { notify } from '../ui/notices';

/** Events of one test within a text of events: those that begin in a stretch of it, and what the test expects of them. */
export interface RecordedTest {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly expected: Expected;
  /** The title of the correlation that it is a test of; absent if it is one of the rule. */
  readonly of?: string;
}

/**
 * Once the engine has looked at `events`, says of each event what its test expects. A test that names a number does not say
 * which events match: where the number is met, the present verdicts are expected; where it is that of all events, all of
 * them; else nothing, which is told.
 */
export function expectRecorded(events: string, tests: readonly RecordedTest[]): void {
  onceRead(events, (outcome, keys) => {
    const unmet: string[] = [];
    const expected = tests.flatMap((one) => {
      if (one.of !== undefined) return [];
      const inside = keys.flatMap((_, event) => {
        const { start } = rangeOf(outcome.verdicts, event);
        return start >= one.start && start < one.end ? [event] : [];
      });
      const wanted = wantedOf(one.expected, inside, outcome);
      if (typeof wanted === 'string') unmet.push(`${one.name}: ${wanted}`);
      else return inside.map((event, i): [string, Expectation] => [keys[event]!, wanted[i]!]);
      return [];
    });
    const expectedFirings = recordedFirings(tests, outcome, keys);
    session.setState(({ settings: { expected: _, expectedFirings: __, ...settings } }) => ({
      settings: {
        ...settings,
        ...(expected.length === 0 ? {} : { expected: Object.fromEntries(expected) }),
        ...(expectedFirings.length === 0 ? {} : { expectedFirings }),
      },
    }));
    if (unmet.length > 0) notify({ key: 'recorded', text: unmet.join(' '), for: 20_000 });
  });
}

/** The same of tests of correlations alone: what is expected of events stays. */
export function expectFirings(events: string, tests: readonly RecordedTest[]): void {
  onceRead(events, (outcome, keys) => {
    const expectedFirings = recordedFirings(tests, outcome, keys);
    session.setState(({ settings }) => ({ settings: { ...settings, expectedFirings } }));
  });
}

/** Calls back once the engine has looked at `events`; never, if others come before. */
function onceRead(events: string, act: (outcome: Outcome, keys: readonly string[]) => void): void {
  const end = results.subscribe(({ outcome, running }) => {
    if (session.getState().events !== events) return end();
    if (running || outcome.events !== events || outcome.rule !== session.getState().rule) return;
    const keys = eventKeys(outcome);
    if (!keys || !areAllKnown(outcome.verdicts, outcome.total)) return;
    end();
    act(outcome, keys);
  });
}

/**
 * What is expected of the correlations that are tested: the firings among the events of each test, where they are as many as it
 * says; all of its events, where it says that there is one and there is none; else how many alone.
 */
export function recordedFirings(
  tests: readonly RecordedTest[],
  outcome: Pick<Outcome, 'verdicts' | 'together' | 'origins' | 'events' | 'run' | 'total'>,
  keys: readonly string[],
): ExpectedFirings[] {
  const titles = new Set(tests.flatMap(({ of }) => of ?? []));
  const totals = totalsNow(outcome);
  return [...titles].map((of) => {
    const firings = totals.find(({ title }) => title === of)?.firings ?? [];
    const startOf = (event: number) => rangeOf(outcome.verdicts, event).start;
    const parts = tests
      .filter((one) => one.of === of)
      .map(({ start, end, expected }): { readonly count: number; readonly members: string[][] | null } => {
        const isInside = (event: number) => startOf(event) >= start && startOf(event) < end;
        const present = firings.filter((list) => list.every(isInside));
        const members = present.map((list) => [...list].map((event) => keys[event]!));
        if (isMetBy(expected, members.length)) return { count: members.length, members };
        if (expected.kind === 'count') return { count: expected.count, members: null };
        if (expected.kind === 'no match') return { count: 0, members: [] };
        return { count: 1, members: [keys.filter((_, event) => isInside(event))] };
      });
    const count = parts.reduce((sum, part) => sum + part.count, 0);
    const members = parts.flatMap((part) => part.members ?? []);
    return { of, count, members: count > 0 && members.length === count ? members : null };
  });
}

/** What is expected of each of these events; a sentence where that cannot be known. */
export function wantedOf(
  expected: Expected,
  events: readonly number[],
  { verdicts }: Pick<Outcome, 'verdicts'>,
): Expectation[] | string {
  const present = events.map(
    (event): Expectation => (verdictOf(verdicts, event) === 'match' ? 'match' : 'no match'),
  );
  const matching = present.filter((one) => one === 'match').length;
  if (expected.kind === 'no match' || (expected.kind === 'count' && expected.count === 0))
    return events.map(() => 'no match');
  if (expected.kind === 'match')
    return matching > 0
      ? present
      : events.length === 1
        ? ['match']
        : 'at least one event should match, and none does.';
  if (expected.count === matching) return present;
  if (expected.count === events.length) return events.map(() => 'match');
  return `${count(expected.count, 'event')} should match, and ${matching.toLocaleString('en')} ${matching === 1 ? 'does' : 'do'}.`;
}
