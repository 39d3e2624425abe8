import type { Expectation } from '../../src/expect';
import { KEPT } from '../../src/limits';
import { numberOf } from '../results/event-number';
import { eventKeys } from '../results/expectations';
import { results } from '../results/results';
import { areAllKnown, verdictOf } from '../results/verdict-columns';
import type { Expectations } from '../state/fields';
import { session } from '../state/session';
import { count } from '../ui/count';
import { notify } from '../ui/notices';

/** Says what is expected of an event; null if nothing is. Does nothing while its text is being read. */
export function expectOf(event: number, expected: Expectation | null): void {
  const key = keysNow()?.[event];
  if (key === undefined) return;
  const all = new Map(Object.entries(session.getState().settings.expected ?? {}));
  all.delete(key);
  if (expected) all.set(key, expected);
  if (all.size > KEPT.expectations.value) {
    notify({
      key: 'expect',
      text: `Nothing is expected of event ${numberOf(event)}: ${count(KEPT.expectations.value, 'expectation')} are the limit.`,
      for: 8000,
    });
    return;
  }
  put(Object.fromEntries(all));
}

/** The same again takes it back. */
export function toggleExpected(event: number, expected: Expectation): void {
  const key = keysNow()?.[event];
  if (key === undefined) return;
  const now = new Map(Object.entries(session.getState().settings.expected ?? {})).get(key);
  expectOf(event, now === expected ? null : expected);
}

/** Expects of every event the verdict that it has now. */
export function takeVerdicts(): void {
  const keys = keysNow();
  const { outcome, running, stale } = results.getState();
  const { verdicts, total, rule } = outcome;
  const isWhole = !running && !stale && areAllKnown(verdicts, total) && rule === session.getState().rule;
  if (!keys || !isWhole) {
    notify({ key: 'expect', text: 'Not every event has its verdict yet. Try again in a moment.', for: 6000 });
    return;
  }
  const taken = keys.slice(0, KEPT.expectations.value).flatMap((key, event): [string, Expectation][] => {
    const verdict = verdictOf(verdicts, event);
    return verdict === 'error' ? [] : [[key, verdict === 'match' ? 'match' : 'no match']];
  });
  replace(Object.fromEntries(taken), `${count(taken.length, 'verdict')} taken as right.`);
}

/** Expects nothing of any event. */
export function expectNothing(): void {
  replace({}, 'All tests removed.');
}

function replace(expected: Expectations, said: string): void {
  const { settings, sheet } = session.getState();
  const before = settings.expected ?? {};
  put(expected);
  const now = session.getState().settings.expected;
  notify({
    key: 'expect',
    text: said,
    for: 12_000,
    action: {
      label: 'Undo',
      run: () => {
        const { settings, sheet: shown } = session.getState();
        if (shown === sheet && settings.expected === now) put(before);
      },
    },
  });
}

function put(expected: Expectations): void {
  session.setState(({ settings: { expected: _, ...settings } }) => ({
    settings: Object.keys(expected).length === 0 ? settings : { ...settings, expected },
  }));
}

/** The keys of the events, if those on show are those of the text beside them. */
function keysNow(): readonly string[] | null {
  const { outcome } = results.getState();
  return outcome.events === session.getState().events ? eventKeys(outcome) : null;
}
