import type { Condition, Plan, PlanCondition, PlanJoin } from '../rule';
import { foldCondition, matchingSelections, printCondition } from '../rule';

/**
 * The condition of a plan as text, with the names of its selections. A quantifier that would stand for other
 * selections here (a filter's own `1 of …` beside those of the rule) is spelled out.
 */
export function conditionText({ condition, selections }: Pick<Plan, 'condition' | 'selections'>): string {
  const names = selections.map((s) => s.name);
  return printCondition(asWritten(condition, names));
}

function asWritten(node: PlanCondition, names: readonly string[]): Condition {
  return foldCondition<Condition>(node, {
    selection: (selection, { range }) => ({ kind: 'name', range, name: names[selection]! }),
    not: (operand, { range }) => ({ kind: 'not', range, operand }),
    join: (operands, every, join) => {
      const { range } = join;
      const pattern = patternOf(join, names);
      if (pattern !== null) return { kind: 'quantifier', range, every, pattern, patternRange: range };
      return operands.length === 1 ? operands[0]! : { kind: every ? 'and' : 'or', range, operands };
    },
  });
}

/** The pattern of a quantifier that stands for the same selections among `names`; null if it does not. */
function patternOf({ quantifier, children }: PlanJoin, names: readonly string[]): string | null {
  if (quantifier === null) return null;
  const pattern = quantifier.slice(quantifier.indexOf(' of ') + 4);
  const meant = children.map((child) => (child.kind === 'selection' ? child.selection : -1));
  return matchingSelections(pattern, names).join() === meant.join() ? pattern : null;
}
