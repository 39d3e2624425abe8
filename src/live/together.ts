import type { EventSlice } from '../event';
import type { MatchOptions } from '../match';
import { type CorrelationDecision, correlationDecisions, correlations, RuleVerdicts } from '../match';
import type { Collection } from '../rule';
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
 * the interpretations that decided a correlation, where any did. `goOn` is asked between pieces; where it answers false,
 * nothing more comes.
 */
export async function* together(
  collection: Collection,
  slices: readonly EventSlice[],
  options: MatchOptions,
  goOn: () => Promise<boolean>,
): AsyncGenerator<Together, void> {
  const { documents, plans } = collection;
  const events = slices.flatMap(({ event }) => event ?? []);
  const verdicts = new RuleVerdicts(collection, plans.keys(), options);
  const piece = Math.max(1, Math.floor(PIECE / Math.max(1, plans.length)));
  for (let at = 0; at < events.length; at += piece) {
    for (const event of events.slice(at, at + piece)) verdicts.take(event);
    if (!(await goOn())) return;
  }
  const counts = documents.map(({ kind, compiled }) =>
    kind === 'detection' && compiled !== null ? verdicts.events.get(compiled)!.length : null,
  );
  const results = await inPieces(correlations(collection, events, verdicts), goOn);
  if (!results) return;
  const report = (decisions: readonly CorrelationDecision[]): Together => ({
    counts,
    correlations: results.map((result) => reportOf(collection, result, decisions)),
  });
  yield report([]);
  if (results.length === 0) return;
  const decisions = await inPieces(correlationDecisions(collection, events, verdicts, results), goOn);
  if (decisions && decisions.length > 0) yield report(decisions);
}

/** What `running` gives in the end; null where `goOn` answers false before. */
async function inPieces<T>(running: Generator<void, T>, goOn: () => Promise<boolean>): Promise<T | null> {
  for (;;) {
    const step = running.next();
    if (step.done) return step.value;
    if (!(await goOn())) return null;
  }
}
