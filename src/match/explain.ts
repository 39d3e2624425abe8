import type { SigmaEvent } from '../event';
import { evidence } from '../event';
import type { Plan, PlanCondition, PlanNode } from '../rule';
import { nearestCauses } from './causes';
import { Evaluator, type MatchOptions } from './evaluate';
import { explainItem } from './explain-item';
import type { Cause, ConditionTrace, GroupTrace, ItemTrace, SelectionTrace, Trace } from './trace';
import type { EventView } from './view';

/**
 * Explains the verdict of one plan on one event (semantics.md, "Explanation"): the condition as a tree of true and
 * false down to single values, the characters that matched on both sides, and for a miss the nearest reason.
 * `matched` always equals `evaluate(plan, event)`: both ask the same predicates.
 */
export function explain(plan: Plan, event: SigmaEvent, options: MatchOptions = {}): Trace {
  return explainWith(new Evaluator(plan), event, options);
}

/** `explain` with an evaluator at hand. */
export function explainWith(evaluator: Evaluator, event: SigmaEvent, options: MatchOptions = {}): Trace {
  const { plan, view } = evaluator;
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
    summary: summarise(verdict, selections, causes, condition),
    source: evidence(event),
  };
}

function sourceCause(plan: Plan, reason: string): Cause {
  const range = plan.rule.logsource.range ?? plan.rule.range;
  return { selection: -1, item: range, value: null, miss: { reason: 'source not applicable', text: reason } };
}

function explainNode(node: PlanNode, view: EventView, text: string): GroupTrace | ItemTrace {
  if (node.kind === 'item') return explainItem(node, view, text);
  const children = node.children.map((child) => explainNode(child, view, text));
  const matched = node.kind === 'all' ? children.every((c) => c.matched) : children.some((c) => c.matched);
  return { kind: node.kind, rule: node.range, matched, children };
}

function explainCondition(node: PlanCondition, selections: readonly SelectionTrace[]): ConditionTrace {
  if (node.kind === 'selection') {
    const { matched } = selections[node.selection]!;
    return { kind: 'selection', rule: node.range, matched, selection: node.selection, children: [] };
  }
  const children = node.children.map((child) => explainCondition(child, selections));
  if (node.kind === 'not') return { kind: 'not', rule: node.range, matched: !children[0]!.matched, children };
  const every = node.kind === 'and' || (node.kind === 'quantifier' && node.every);
  const matched = every ? children.every((c) => c.matched) : children.some((c) => c.matched);
  return {
    kind: node.kind,
    rule: node.range,
    matched,
    ...(node.kind === 'quantifier' ? { written: node.written, every: node.every } : {}),
    children,
  };
}

function summarise(
  verdict: Trace['verdict'],
  selections: readonly SelectionTrace[],
  causes: readonly Cause[],
  condition: ConditionTrace,
): string {
  const first = causes[0];
  if (verdict === 'not applicable') {
    const otherwise = condition.matched ? ' The detection itself would match.' : '';
    return `${first?.miss.text ?? ''}${otherwise}`;
  }
  if (verdict === 'match') {
    const names = [...new Set(deciding(condition))].map((i) => `\`${selections[i]!.name}\``);
    return names.length > 0
      ? `Matches through ${names.join(', ')}.`
      : 'Matches: nothing that the condition excludes is there.';
  }
  if (!first) return 'Does not match.';
  const where =
    first.selection >= 0 && first.miss.reason !== 'blocked by negated'
      ? `\`${selections[first.selection]!.name}\`: `
      : '';
  const more =
    causes.length > 1
      ? ` ${causes.length - 1} more ${causes.length === 2 ? 'thing is' : 'things are'} missing.`
      : '';
  return `${where}${first.miss.text}${more}`;
}

/** Selections whose matching made the condition true, in the order of the condition; negated ones count not. */
function deciding(node: ConditionTrace): number[] {
  if (!node.matched || node.kind === 'not') return [];
  return node.kind === 'selection' ? [node.selection!] : node.children.flatMap(deciding);
}
