import type { Expectation, Expected } from '../../src/expect';
import { eventKeys } from '../results/expectations';
import { type Outcome, results } from '../results/results';
import { areAllKnown, rangeOf, verdictOf } from '../results/verdict-columns';
import { session } from '../state/session';
import { count } from '../ui/count';
import { notify } from '../ui/notices';

/** Events of one test within a text of events: those that begin in a stretch of it, and what the test expects of them. */
export interface RecordedTest {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly expected: Expected;
}

/**
 * Once the engine has looked at `events`, says of each event what its test expects. A test that names a number does not say
 * which events match: where the number is met, the present verdicts are expected; where it is that of all events, all of
 * them; else nothing, which is told.
 */
export function expectRecorded(events: string, tests: readonly RecordedTest[]): void {
  const end = results.subscribe(({ outcome, running }) => {
    if (session.getState().events !== events) return end();
    if (running || outcome.events !== events || outcome.rule !== session.getState().rule) return;
    const keys = eventKeys(outcome);
    if (!keys || !areAllKnown(outcome.verdicts, outcome.total)) return;
    end();
    const unmet: string[] = [];
    const expected = tests.flatMap((one) => {
      const inside = keys.flatMap((_, event) => {
        const { start } = rangeOf(outcome.verdicts, event);
        return start >= one.start && start < one.end ? [event] : [];
      });
      const wanted = wantedOf(one.expected, inside, outcome);
      if (typeof wanted === 'string') unmet.push(`${one.name}: ${wanted}`);
      else return inside.map((event, i): [string, Expectation] => [keys[event]!, wanted[i]!]);
      return [];
    });
    session.setState(({ settings }) => ({
      settings: { ...settings, expected: Object.fromEntries(expected) },
    }));
    if (unmet.length > 0) notify({ key: 'recorded', text: unmet.join(' '), for: 20_000 });
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
