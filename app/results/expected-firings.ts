import type { CorrelationTotal } from '../../src/live';
import { differentFirings } from '../../src/match';
import type { ExpectedFirings } from '../state/fields';
import { useSession } from '../state/session';
import { eventKeys } from './expectations';
import type { Outcome, Results } from './outcome';
import { useResults } from './results';

/*
 * What the user expects of the correlations, beside what they fire on.
 */

/** A correlation of which something is expected. */
export interface ExpectedCorrelation {
  /** The index of its document in the text. */
  readonly document: number;
  readonly wanted: ExpectedFirings;
  /** How often it fires; null while that is still to come, or it does not compile. */
  readonly fires: number | null;
  readonly isMet: boolean | null;
  /** The events of each expected firing, by their index; null if any will do, -1 for one that is there no longer. */
  readonly members: readonly (readonly number[])[] | null;
}

/** What of the results says what correlations fire on. */
type FiringsSeen = Pick<Results, 'documents' | 'outcome' | 'running'>;

const NONE: readonly ExpectedCorrelation[] = [];

/** The correlations of the text of which something is expected, in their order. */
export function expectedCorrelations(
  { documents, outcome, running }: FiringsSeen,
  expected: readonly ExpectedFirings[] | undefined,
): readonly ExpectedCorrelation[] {
  if (!expected) return NONE;
  const of = new Map(expected.map((one) => [one.of, one]));
  const keys = eventKeys(outcome);
  const places = new Map<string, number>();
  keys?.forEach((key, event) => {
    if (!places.has(key)) places.set(key, event);
  });
  return documents.flatMap(({ kind, title, ok }, document): ExpectedCorrelation[] => {
    const wanted = kind === 'correlation' ? of.get(title) : undefined;
    if (!wanted) return [];
    // Of two with one title, the first is meant.
    of.delete(title);
    const members = wanted.members?.map((list) => list.map((key) => places.get(key) ?? -1)) ?? null;
    const found = keys && totalsNow(outcome).find((one) => one.document === document && one.title === title);
    const isBroken = !ok && !running;
    if (!found) return [{ document, wanted, members, fires: null, isMet: isBroken ? false : null }];
    return [{ document, wanted, members, fires: found.total, isMet: meets(wanted, found, keys) }];
  });
}

/** What the correlations fire on, if that is of the newest run. */
export function totalsNow({
  together,
  origins,
  events,
  run,
}: Pick<Outcome, 'together' | 'origins' | 'events' | 'run'>): readonly CorrelationTotal[] {
  const isNow = origins.together?.run === run && origins.together.events === events;
  return isNow && together ? together.correlations : [];
}

/** True if a correlation fires as it is expected to. In: the keys of the events. */
export function meets(
  { count, members }: ExpectedFirings,
  { total, firings }: CorrelationTotal,
  keys: readonly string[],
): boolean {
  if (total !== count) return false;
  if (!members) return true;
  const found = firings?.map((list) => [...list].map((event) => keys[event] ?? '')) ?? [];
  const { missing, others } = differentFirings(members, found);
  return missing.length === 0 && others.length === 0;
}

let last: {
  readonly seen: FiringsSeen;
  readonly expected: readonly ExpectedFirings[];
  readonly all: readonly ExpectedCorrelation[];
} | null = null;

/** The correlations of which something is expected, with what they fire on now. */
export function useExpectedCorrelations(): readonly ExpectedCorrelation[] {
  const expected = useSession((s) => s.settings.expectedFirings);
  // Where nothing is expected, nothing is drawn again.
  const outcome = useResults((r) => (expected ? r.outcome : null));
  const documents = useResults((r) => r.documents);
  const running = useResults((r) => expected !== undefined && r.running);
  if (!expected || !outcome) return NONE;
  const { seen } = last ?? {};
  const isKnown =
    last?.expected === expected &&
    seen?.documents === documents &&
    seen.outcome === outcome &&
    seen.running === running;
  if (!isKnown || !last) {
    const now = { documents, outcome, running };
    last = { seen: now, expected, all: expectedCorrelations(now, expected) };
  }
  return last.all;
}
