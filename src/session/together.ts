import type { Collection } from '../compile/compile-collection';
import { correlations, RuleVerdicts } from '../correlate/correlate';
import type { EventSlice } from '../event/event';
import type { MatchOptions } from '../match/evaluate';
import { type CorrelationReport, reportOf } from './correlation-report';

/** What the documents of one text give together. */
export interface Together {
  /** For each document how many events it matches; null for what is no rule. */
  readonly counts: readonly (number | null)[];
  readonly correlations: readonly CorrelationReport[];
}

/** Verdicts between two looks at the clock. */
const PIECE = 256;

/**
 * Runs all rules of a collection over the events, and its correlations over what they match. `goOn` is asked between pieces;
 * null where it answers false.
 */
export async function together(
  collection: Collection,
  slices: readonly EventSlice[],
  options: MatchOptions,
  goOn: () => Promise<boolean>,
): Promise<Together | null> {
  const { documents, plans } = collection;
  const events = slices.flatMap(({ event }) => event ?? []);
  const verdicts = new RuleVerdicts(collection, plans.keys(), options);
  const piece = Math.max(1, Math.floor(PIECE / Math.max(1, plans.length)));
  for (let at = 0; at < events.length; at += piece) {
    for (const event of events.slice(at, at + piece)) verdicts.take(event);
    if (!(await goOn())) return null;
  }
  const counts = documents.map(({ kind, compiled }) =>
    kind === 'detection' && compiled !== null ? verdicts.events.get(compiled)!.length : null,
  );
  const running = correlations(collection, events, verdicts);
  for (;;) {
    const step = running.next();
    if (step.done) return { counts, correlations: step.value.map((result) => reportOf(collection, result)) };
    if (!(await goOn())) return null;
  }
}
