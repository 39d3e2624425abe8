import type { Expectation } from '../../src/expect';
import { fingerprint } from '../examples/fingerprint';
import type { Expectations } from '../state/fields';
import { useSession } from '../state/session';
import type { Outcome } from './outcome';
import { useResults } from './results';
import { areAllKnown, hasVerdict, rangeOf, type VerdictName, verdictOf } from './verdict-columns';

/*
 * What the user expects of each event, beside its verdict.
 */

/** The keys of the events of the last text that was asked about. */
let known: {
  readonly events: string;
  readonly format: string;
  readonly total: number;
  readonly keys: readonly string[];
} = {
  events: '',
  format: '',
  total: 0,
  keys: [],
};

/** What of an outcome says which events there are, and their verdicts. */
type EventsSeen = Pick<Outcome, 'verdicts' | 'events' | 'total' | 'format'>;

/** The key of an event: the fingerprint of its text. */
export const eventKey: (text: string) => string = fingerprint;

/** The key of each event. Null until the place of each is known. */
export function eventKeys({ events, format, total, verdicts }: EventsSeen): readonly string[] | null {
  if (known.events === events && known.format === format && known.total === total) return known.keys;
  if (!areAllKnown(verdicts, total)) return null;
  const keys = Array.from({ length: total }, (_, i) => {
    const { start, end } = rangeOf(verdicts, i);
    return eventKey(events.slice(start, end));
  });
  known = { events, format, total, keys };
  return keys;
}

/** Events with the same text as an earlier one, with that. */
export function twinsOf(keys: readonly string[] | null): [number, number][] {
  const first = new Map<string, number>();
  return (keys ?? []).flatMap((key, event): [number, number][] => {
    const twin = first.get(key);
    if (twin === undefined) first.set(key, event);
    return twin === undefined ? [] : [[event, twin]];
  });
}

/** An event of which something is expected. */
export interface ExpectedEvent {
  readonly event: number;
  readonly expected: Expectation;
  /** Null while it is still to come. */
  readonly verdict: VerdictName | null;
  readonly isMet: boolean | null;
  /** How many events are equal to it, and share the expectation. */
  readonly equal: number;
}

const NONE: readonly ExpectedEvent[] = [];

/** The events of which something is expected, in their order. */
export function expectedEvents(
  outcome: EventsSeen,
  expected: Expectations | undefined,
): readonly ExpectedEvent[] {
  if (!expected) return NONE;
  const of = new Map(Object.entries(expected));
  const keys = eventKeys(outcome) ?? [];
  const counts = new Map<string, number>();
  for (const key of keys) if (of.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return keys.flatMap((key, event): ExpectedEvent[] => {
    const wanted = of.get(key);
    if (!wanted) return [];
    const equal = (counts.get(key) ?? 1) - 1;
    if (!hasVerdict(outcome.verdicts, event))
      return [{ event, expected: wanted, verdict: null, isMet: null, equal }];
    const verdict = verdictOf(outcome.verdicts, event);
    return [{ event, expected: wanted, verdict, isMet: isMet(wanted, verdict), equal }];
  });
}

/** True if a verdict is what was expected. An event that cannot be read meets nothing. */
export function isMet(expected: Expectation, verdict: VerdictName): boolean {
  if (verdict === 'error') return false;
  return (verdict === 'match') === (expected === 'match');
}

let last: {
  readonly outcome: EventsSeen;
  readonly expected: Expectations | undefined;
  readonly events: readonly ExpectedEvent[];
} | null = null;

/** The events of which something is expected, with the verdicts on show. */
export function useExpectedEvents(): readonly ExpectedEvent[] {
  const verdicts = useResults((r) => r.outcome.verdicts);
  const events = useResults((r) => r.outcome.events);
  const total = useResults((r) => r.outcome.total);
  const format = useResults((r) => r.outcome.format);
  const expected = useSession((s) => s.settings.expected);
  const isSame =
    last !== null &&
    last.expected === expected &&
    last.outcome.verdicts === verdicts &&
    last.outcome.events === events &&
    last.outcome.total === total &&
    last.outcome.format === format;
  if (!isSame || !last) {
    const outcome = { verdicts, events, total, format };
    last = { outcome, expected, events: expectedEvents(outcome, expected) };
  }
  return last.events;
}

/** How many tests there are, and how many are met and not; of the others the result is still to come. */
export interface ExpectationCounts {
  readonly met: number;
  readonly failed: number;
  readonly all: number;
}

/** The counts; null if there are no tests. */
export function countsOf(tests: readonly { readonly isMet: boolean | null }[]): ExpectationCounts | null {
  if (tests.length === 0) return null;
  const count = (isMet: boolean) => tests.filter((one) => one.isMet === isMet).length;
  return { met: count(true), failed: count(false), all: tests.length };
}
