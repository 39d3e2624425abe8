import type { SigmaEvent } from '../event';
import { EVENT_READINGS, type EventReadingId, type Readings } from '../knowledge';
import type { Plan } from '../rule';
import { compile } from '../rule';
import { concerns, factsOf } from './concerns';
import { Evaluator, type MatchOptions } from './evaluate';
import { explainWith } from './explain';
import type { Trace, Verdict } from './trace';

/**
 * An interpretation that decides a verdict: read the other way, the same rule gives another verdict on the same
 * event.
 */
export interface Decision {
  readonly id: EventReadingId;
  /** Where the specification is silent. */
  readonly clause: string;
  readonly ours: string;
  readonly other: string;
  readonly verdictOurs: Verdict;
  readonly verdictOther: Verdict;
  /** The explanation under the other reading. */
  readonly trace: Trace;
}

export interface DecisionOptions extends MatchOptions {
  readonly placeholders?: Readonly<Record<string, readonly string[]>>;
  /** Gets the plan under other readings, if it is not the whole of its text: a rule of several, with filters. */
  readonly recompile?: (readings: Readings) => Plan | null;
}

/**
 * The interpretations that, each on its own, decide the verdict of `plan` on `event`. Each that may concern the rule
 * is actually read the other way: compiled, and evaluated by the same engine. `not applicable` is decided by the log
 * source and by no interpretation.
 */
export function decidedBy(plan: Plan, event: SigmaEvent, options: DecisionOptions = {}): Decision[] {
  const { placeholders = {} } = options;
  const recompile =
    options.recompile ??
    ((readings: Readings) => {
      const { text, mapping, rule } = plan;
      return compile(text, { placeholders, readings, mapping, spec: rule.spec }).plan;
    });
  const evaluator = new Evaluator(plan);
  const verdictOurs = evaluator.verdict(event, options);
  if (verdictOurs === 'not applicable') return [];
  const facts = factsOf(plan, event, evaluator.coverage(event));
  return EVENT_READINGS.flatMap(({ id, clause, ours, other }): Decision[] => {
    if (!concerns(id, facts)) return [];
    const changed = recompile({ ...plan.readings, [id]: 'other' });
    // A rule that is an error under the other reading (a network that is invalid there) has no verdict to compare.
    if (!changed) return [];
    const evaluator = new Evaluator(changed);
    const verdictOther = evaluator.verdict(event, options);
    if (verdictOther === verdictOurs) return [];
    const trace = explainWith(evaluator, event, options);
    return [{ id, clause, ours, other, verdictOurs, verdictOther, trace }];
  });
}
