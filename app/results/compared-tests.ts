import type { Compared } from '../../src/live';
import { VERDICTS } from '../../src/match';
import { type ExpectedEvent, eventKeys, isMet, useExpectedEvents } from './expectations';
import { type ExpectedCorrelation, meets, useExpectedCorrelations } from './expected-firings';
import { useResults } from './results';

/** A test, and whether the pinned and the current version of the rule meet it; null while that is still to come. */
export interface ComparedTest {
  /** The event, or the title of the correlation. */
  readonly of: number | string;
  readonly pinned: boolean;
  readonly current: boolean | null;
}

/** Which tests two versions of a rule meet. `keys`: those of the events. */
export function comparedTests(
  { events, from, firings }: Compared,
  ofEvents: readonly ExpectedEvent[],
  correlations: readonly ExpectedCorrelation[],
  keys: readonly string[],
): ComparedTest[] {
  const changed = new Map([...events].map((event, i) => [event, from[i]!]));
  const before = new Map(
    firings.map((one) => [one.title, one]).reverse() as [string, (typeof firings)[number]][],
  );
  return [
    ...ofEvents.map(({ event, expected, verdict, isMet: current }): ComparedTest => {
      const code = changed.get(event);
      const pinned = code === undefined ? verdict : VERDICTS[code];
      return { of: event, current, pinned: pinned != null && isMet(expected, pinned) };
    }),
    ...correlations.map(({ wanted, isMet: current }): ComparedTest => {
      const found = before.get(wanted.of);
      return { of: wanted.of, current, pinned: found !== undefined && meets(wanted, found, keys) };
    }),
  ];
}

/** The same for what is on show. */
export function useComparedTests(compared: Compared): readonly ComparedTest[] {
  const ofEvents = useExpectedEvents();
  const correlations = useExpectedCorrelations();
  const outcome = useResults((r) => (ofEvents.length + correlations.length > 0 ? r.outcome : null));
  const keys = outcome && eventKeys(outcome);
  return keys ? comparedTests(compared, ofEvents, correlations, keys) : [];
}
