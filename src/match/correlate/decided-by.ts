import type { SigmaEvent } from '../../event';
import { CORRELATION_READINGS, type CorrelationReadingId } from '../../knowledge';
import type { Collection } from '../../rule';
import type { MatchOptions } from '../evaluate';
import { correlations, drained, RuleVerdicts, wantedRules } from './correlate';
import type { CorrelationResult } from './firing';

/** An interpretation that decides a correlation's result: read the other way, its firings differ. */
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
 * The interpretations that, each on its own, decide which events are in the firings of a correlation. Each is
 * actually read the other way: the correlations run again over all events.
 */
export function correlationsDecidedBy(
  collection: Collection,
  events: readonly SigmaEvent[],
  options: MatchOptions = {},
): CorrelationDecision[] {
  const verdicts = new RuleVerdicts(collection, wantedRules(collection), options);
  for (const event of events) verdicts.take(event);
  const ours = drained(correlations(collection, events, verdicts));
  return drained(correlationDecisions(collection, events, verdicts, ours));
}

/**
 * The same in pieces: yields to let others run. `verdicts` has taken all of `events`; `ours` is the result of the
 * correlations.
 */
export function* correlationDecisions(
  collection: Collection,
  events: readonly SigmaEvent[],
  verdicts: RuleVerdicts,
  ours: readonly CorrelationResult[],
): Generator<void, CorrelationDecision[]> {
  const decisions: CorrelationDecision[] = [];
  for (const row of CORRELATION_READINGS) {
    const others = yield* correlations(collection, events, verdicts, { [row.id]: 'other' });
    others.forEach((resultOther, correlation) => {
      const resultOurs = ours[correlation]!;
      if (members(resultOurs) === members(resultOther)) return;
      const { id, clause } = row;
      decisions.push({ correlation, id, clause, ours: row.ours, other: row.other, resultOurs, resultOther });
    });
    yield;
  }
  return decisions;
}

/** The events of each firing. */
function members({ firings }: CorrelationResult): string {
  return JSON.stringify(firings.map((firing) => firing.members.map(({ event }) => event)).sort());
}
