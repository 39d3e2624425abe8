import type { LivePanel } from '../../../src/live';
import { effectivelyChosen } from '../../results/chosen';
import { isEarlier, type KeptPart, type Outcome, type Results } from '../../results/outcome';
import { type EventVerdicts, rangeOf, sourceOf, verdictOf } from '../../results/verdict-columns';

/*
 * What a page at rest has to show: the parts of the results that are on screen.
 */

/** What decides which parts are on screen. */
export interface Sight {
  readonly selected: number;
  readonly also: readonly number[];
  readonly open: readonly LivePanel[];
  readonly varied: boolean;
}

export function verdictsIn(verdicts: EventVerdicts): unknown[] {
  return Array.from({ length: verdicts.length }, (_, i) => [
    verdictOf(verdicts, i),
    rangeOf(verdicts, i),
    sourceOf(verdicts, i),
  ]);
}

/** The problems and all else that belongs to the newest texts. */
export function ofTexts(results: Results, { open }: Sight): Record<string, unknown> {
  const { ruleText, eventsText, ruleProblems, documents, eventProblems, pages } = results;
  const { running, awaited, settled } = results;
  return {
    ruleText,
    eventsText,
    ruleProblems,
    eventProblems,
    documents,
    pages: open.includes('rule') ? pages : null,
    running,
    awaited,
    settled,
  };
}

/** The outcome, as far as it is on screen. */
export function ofOutcome(outcome: Outcome, sight: Sight): Record<string, unknown> {
  const { rule, events, info, format, formats, total, counts, document, together, compared } = outcome;
  const { open, also, varied } = sight;
  const event = effectivelyChosen(sight.selected, outcome.verdicts.length);
  const ifOpen = <T>(panel: LivePanel, part: T) => (open.includes(panel) ? part : null);
  const earlier = (['sources', 'together', 'reports', 'compared'] satisfies KeptPart[]).filter((part) =>
    isEarlier(outcome, part),
  );
  return {
    rule,
    events,
    info,
    format,
    formats,
    total,
    counts,
    document,
    together,
    compared,
    earlier,
    verdicts: verdictsIn(outcome.verdicts),
    tally: outcome.verdicts.tally,
    page: ifOpen('rule', outcome.page),
    indicators: ifOpen('indicators', outcome.indicators),
    reports: ifOpen('correlations', outcome.reports),
    sources: ifOpen('formats', outcome.sources),
    fields: ifOpen('formats', outcome.fields.get(event)),
    repairs: ifOpen('explain', outcome.repairs.get(event)),
    decisions: ifOpen('explain', outcome.decisions.get(event)),
    variants: varied ? outcome.variants.get(event) : null,
    traces: [event, ...also].map((one) => outcome.traces.get(one)),
    marks: [...outcome.marks].sort(([a], [b]) => a - b),
  };
}
