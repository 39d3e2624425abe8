import type { Expectation } from '../../src/expect';
import { KEPT } from '../../src/limits';
import { untilRead } from '../results/connect';
import { numberOf } from '../results/event-number';
import { eventKeys } from '../results/expectations';
import { results } from '../results/results';
import { areAllKnown, verdictOf } from '../results/verdict-columns';
import type { Expectations, ExpectedFirings } from '../state/fields';
import { session } from '../state/session';
import { count } from '../ui/count';
import { notify } from '../ui/notices';
import { presentFirings } from './expect-firings';

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

/** Expects of every event the verdict that it has now, and of every correlation the firings. */
export async function takeVerdicts(): Promise<void> {
  await untilRead();
  const keys = keysNow();
  const { outcome, running, stale } = results.getState();
  const { verdicts, total, rule } = outcome;
  const isWhole = !running && !stale && areAllKnown(verdicts, total) && rule === session.getState().rule;
  const firings = presentFirings();
  if (!keys || !isWhole || !firings) {
    notify({ key: 'expect', text: 'Not every event has its verdict yet. Try again in a moment.', for: 6000 });
    return;
  }
  const taken = keys.slice(0, KEPT.expectations.value).flatMap((key, event): [string, Expectation][] => {
    const verdict = verdictOf(verdicts, event);
    return verdict === 'error' ? [] : [[key, verdict === 'match' ? 'match' : 'no match']];
  });
  const what = firings.length === 0 ? 'verdict' : 'test';
  const all = count(taken.length + firings.length, what);
  replace(Object.fromEntries(taken), firings, `${all} taken as right.`);
}

/** Expects nothing of any event or correlation. */
export function expectNothing(): void {
  replace({}, [], 'All tests removed.');
}

function replace(expected: Expectations, firings: readonly ExpectedFirings[], said: string): void {
  const { settings, sheet } = session.getState();
  const { expected: before = {}, expectedFirings: firingsBefore = [] } = settings;
  put(expected, firings);
  const now = session.getState().settings;
  notify({
    key: 'expect',
    text: said,
    for: 12_000,
    action: {
      label: 'Undo',
      run: () => {
        const { settings, sheet: shown } = session.getState();
        const isSame = settings.expected === now.expected && settings.expectedFirings === now.expectedFirings;
        if (shown === sheet && isSame) put(before, firingsBefore);
      },
    },
  });
}

function put(expected: Expectations, firings?: readonly ExpectedFirings[]): void {
  session.setState(({ settings: { expected: _, expectedFirings: before = [], ...settings } }) => {
    const expectedFirings = firings ?? before;
    return {
      settings: {
        ...settings,
        ...(Object.keys(expected).length === 0 ? {} : { expected }),
        ...(expectedFirings.length === 0 ? {} : { expectedFirings }),
      },
    };
  });
}

/** The keys of the events, if those on show are those of the text beside them. */
function keysNow(): readonly string[] | null {
  const { outcome } = results.getState();
  return outcome.events === session.getState().events ? eventKeys(outcome) : null;
}
