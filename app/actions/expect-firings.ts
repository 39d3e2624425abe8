import { KEPT } from '../../src/limits';
import { eventKeys } from '../results/expectations';
import { totalsNow } from '../results/expected-firings';
import { results } from '../results/results';
import type { ExpectedFirings } from '../state/fields';
import { session } from '../state/session';
import { count } from '../ui/count';
import { notify } from '../ui/notices';

/** Says how often a correlation has to fire, with whatever events. */
export function expectCount(of: string, count: number): void {
  expectFirings(of, { of, count, members: null });
}

/** Says that a correlation has to fire once, on these events. */
export function expectOn(of: string, events: readonly number[]): void {
  const keys = keysNow();
  const members = keys && events.flatMap((event) => keys[event] ?? []);
  if (members && members.length > 0) expectFirings(of, { of, count: 1, members: [members] });
}

/** Expects of a correlation what it fires on now. Does nothing while that is still to come. */
export function expectPresent(of: string): void {
  const now = presentFirings()?.find((one) => one.of === of);
  if (!now) return;
  expectFirings(of, now);
  if (now.count > 0 && !now.members) {
    const most = count(KEPT.expectedMembers.value, 'event');
    notify({
      key: 'expect',
      text: `Expected: ${count(now.count, 'firing')}. Their events are more than ${most}, and are left out.`,
      for: 8000,
    });
  }
}

/** Expects of a correlation what it fires on now, or nothing at all; the same again takes it back. */
export function toggleFirings(of: string, isPresent: boolean): void {
  const wanted = expectedOf(of);
  const isSame = isPresent ? wanted?.members != null : wanted?.count === 0;
  if (isSame) expectNoFirings(of);
  else if (isPresent) expectPresent(of);
  else expectCount(of, 0);
}

/** Expects nothing of a correlation. */
export function expectNoFirings(of: string): void {
  expectFirings(of, null);
}

function expectedOf(of: string): ExpectedFirings | undefined {
  return session.getState().settings.expectedFirings?.find((one) => one.of === of);
}

/** What each correlation that compiles fires on now; null while that is still to come. */
export function presentFirings(): readonly ExpectedFirings[] | null {
  const keys = keysNow();
  const { outcome, running, documents } = results.getState();
  if (!keys || running) return null;
  const totals = totalsNow(outcome);
  const isWhole = documents.every(
    ({ kind, ok }, document) =>
      kind !== 'correlation' || !ok || totals.some((one) => one.document === document),
  );
  if (!isWhole) return null;
  return totals.map(({ title: of, total, firings }) => {
    const members = firings?.map((list) => [...list].flatMap((event) => keys[event] ?? []));
    return { of, count: total, members: total > 0 && members ? members : null };
  });
}

function expectFirings(of: string, wanted: ExpectedFirings | null): void {
  session.setState(({ settings: { expectedFirings: before = [], ...settings } }) => {
    const others = before.filter((one) => one.of !== of);
    const expectedFirings = wanted ? [...others, wanted] : others;
    return { settings: expectedFirings.length === 0 ? settings : { ...settings, expectedFirings } };
  });
}

/** The keys of the events, if those on show are those of the text beside them. */
function keysNow(): readonly string[] | null {
  const { outcome } = results.getState();
  const { events, rule } = session.getState();
  return outcome.events === events && outcome.rule === rule ? eventKeys(outcome) : null;
}
