import type { Collection } from '../compile/collection-plan';
import type { SigmaEvent } from '../event/event';
import { CORRELATION_READINGS, type CorrelationReadingId } from '../knowledge/interpretations';
import type { MatchOptions } from '../match/evaluate';
import { correlate } from './correlate';
import type { CorrelationResult } from './firing';

/** An interpretation that decided what a correlation gives: read the other way, its firings differ. */
export interface CorrelationDecision {
  /** Index in `Collection.correlations`. */
  readonly correlation: number;
  readonly id: CorrelationReadingId;
  readonly clause: string;
  readonly ours: string;
  readonly other: string;
  readonly resultOurs: CorrelationResult;
  readonly resultOther: CorrelationResult;
}

/**
 * The interpretations each of which alone decided which events the firings of a correlation hold. Each is really read the other
 * way: the correlations run once more over all events.
 */
export function correlationsDecidedBy(
  collection: Collection,
  events: readonly SigmaEvent[],
  options: MatchOptions = {},
): CorrelationDecision[] {
  const ours = correlate(collection, events, options);
  return CORRELATION_READINGS.flatMap((row) => {
    const others = correlate(collection, events, { ...options, readings: { [row.id]: 'other' } });
    return others.flatMap((resultOther, correlation): CorrelationDecision[] => {
      const resultOurs = ours[correlation]!;
      if (members(resultOurs) === members(resultOther)) return [];
      const { id, clause } = row;
      return [{ correlation, id, clause, ours: row.ours, other: row.other, resultOurs, resultOther }];
    });
  });
}

/** The events of each firing. */
function members({ firings }: CorrelationResult): string {
  return JSON.stringify(firings.map((firing) => firing.members.map(({ event }) => event)).sort());
}
