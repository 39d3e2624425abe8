import type { SigmaEvent } from '../event';
import { evidence } from '../event';
import type { Plan, PlanCondition, PlanNode } from '../rule';
import { foldBody, foldCondition } from '../rule';
import { nearestCauses } from './causes';
import { Evaluator, type MatchOptions } from './evaluate';
import { explainItem } from './explain-item';
import type { Cause, ConditionTrace, GroupTrace, ItemTrace, SelectionTrace, Trace } from './trace';
import type { EventView } from './view';

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
  const selections = plan.selections.map(({ name, range, body }): SelectionTrace => {
    const trace = explainNode(body, view, plan.text);
    return { name, rule: range, matched: trace.matched, body: trace };
  });
  const condition = explainCondition(plan.condition, selections);
  const applicable = options.ignoreLogsource === true || cover.applicable;
  const causes = applicable ? nearestCauses(condition, selections) : [sourceCause(plan, cover.reason)];
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

function explainNode(node: PlanNode, view: EventView, text: string): GroupTrace | ItemTrace {
  return foldBody<PlanNode, GroupTrace | ItemTrace>(
    node,
    (item) => explainItem(item, view, text),
    (children, every, { kind, range }) => ({ kind, rule: range, matched: joined(children, every), children }),
  );
}

function explainCondition(node: PlanCondition, selections: readonly SelectionTrace[]): ConditionTrace {
  return foldCondition<ConditionTrace>(node, {
    selection: (selection, { range }) => {
      const { matched } = selections[selection]!;
      return { kind: 'selection', rule: range, matched, selection, children: [] };
    },
    not: (child, { range }) => ({ kind: 'not', rule: range, matched: !child.matched, children: [child] }),
    join: (children, every, { range, quantifier }) => ({
      kind: quantifier !== null ? 'quantifier' : every ? 'and' : 'or',
      rule: range,
      matched: joined(children, every),
      every,
      ...(quantifier === null ? {} : { written: quantifier }),
      children,
    }),
  });
}

function joined(children: readonly { readonly matched: boolean }[], every: boolean): boolean {
  return every ? children.every((c) => c.matched) : children.some((c) => c.matched);
}
