import type { EventSlice } from '../event';
import type { MatchOptions } from '../match';
import { type CorrelationDecision, correlationDecisions, correlations, RuleVerdicts } from '../match';
import type { Collection } from '../rule';
import type { Turns } from '../turns';
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
 * Runs all rules of a collection over the events, and its correlations over what they match; gives that, and once more with
 * the interpretations that decided a correlation, where any did. Null, at its end, where it is no longer wanted.
 */
export async function* together(
  collection: Collection,
  slices: readonly EventSlice[],
  options: MatchOptions,
  turns: Turns,
): AsyncGenerator<Together | null, void> {
  const { documents, plans } = collection;
  const events = slices.flatMap(({ event }) => event ?? []);
  const verdicts = new RuleVerdicts(collection, plans.keys(), options);
  const piece = Math.max(1, Math.floor(PIECE / Math.max(1, plans.length)));
  for (let at = 0; at < events.length; at += piece) {
    for (const event of events.slice(at, at + piece)) verdicts.take(event);
    if (!(await turns.goOn())) {
      yield null;
      return;
    }
  }
  const counts = documents.map(({ kind, compiled }) =>
    kind === 'detection' && compiled !== null ? verdicts.events.get(compiled)!.length : null,
  );
  const found = await turns.through(correlations(collection, events, verdicts));
  if (!found) {
    yield null;
    return;
  }
  const results = found.value;
  const report = (decisions: readonly CorrelationDecision[]): Together => ({
    counts,
    correlations: results.map((result) => reportOf(collection, result, decisions)),
  });
  yield report([]);
  if (results.length === 0) return;
  const decided = await turns.through(correlationDecisions(collection, events, verdicts, results));
  if (!decided) yield null;
  else if (decided.value.length > 0) yield report(decided.value);
}
