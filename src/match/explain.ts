import type { SigmaEvent } from '../event';
import { evidence } from '../event';
import type { Plan } from '../rule';
import { nearestCauses } from './causes';
import { Evaluator, type MatchOptions } from './evaluate';
import { explainBody } from './explain-body';
import type { Cause, Trace } from './trace';

/**
 * Explains the verdict of one plan on one event (semantics.md, "Explanation"): the condition as a tree of true and
 * false down to single values, the characters that matched on both sides, and for a miss the nearest reason.
 * `matched` always equals `evaluate(plan, event)`, because both use the same predicates.
 */
export function explain(plan: Plan, event: SigmaEvent, options: MatchOptions = {}): Trace {
  return explainWith(new Evaluator(plan), event, options);
}

/** `explain` with an existing evaluator. */
export function explainWith(evaluator: Evaluator, event: SigmaEvent, options: MatchOptions = {}): Trace {
  const { plan, view } = evaluator;
  // Show numbers with the event's own characters.
  event.exact?.();
  const cover = evaluator.coverage(event);
  view.turnTo(event, cover);
  const { condition, selections } = explainBody(plan, view, plan.text);
  const applicable = options.ignoreLogsource === true || cover.applicable;
  const causes = applicable ? nearestCauses({ condition, selections }) : [sourceCause(plan, cover.reason)];
  const verdict = !applicable ? 'not applicable' : condition.matched ? 'match' : 'no match';
  return {
    event: event.index,
    verdict,
    matched: condition.matched,
    condition,
    selections,
    causes,
    source: evidence(event),
  };
}

function sourceCause(plan: Plan, reason: string): Cause {
  const range = plan.rule.logsource.range ?? plan.rule.range;
  return {
    selection: -1,
    item: range,
    value: null,
    miss: { reason: 'source not applicable', field: null, why: reason },
  };
}
