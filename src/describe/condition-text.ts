import type { Condition, Plan, PlanCondition } from '../rule';
import { matchingSelections, printCondition } from '../rule';

/**
 * The condition of a plan as text, in the names of its selections. A quantifier that would stand for other selections
 * here (a filter's own `1 of …` beside those of the rule) is spelled out.
 */
export function conditionText({ condition, selections }: Pick<Plan, 'condition' | 'selections'>): string {
  const names = selections.map((s) => s.name);
  return printCondition(asWritten(condition, names));
}

function asWritten(node: PlanCondition, names: readonly string[]): Condition {
  const { range } = node;
  switch (node.kind) {
    case 'selection':
      return { kind: 'name', range, name: names[node.selection]! };
    case 'not':
      return { kind: 'not', range, operand: asWritten(node.children[0], names) };
    case 'quantifier': {
      const pattern = node.written.slice(node.written.indexOf(' of ') + 4);
      const meant = node.children.map((child) => (child.kind === 'selection' ? child.selection : -1));
      if (matchingSelections(pattern, names).join() === meant.join())
        return { kind: 'quantifier', range, every: node.every, pattern, patternRange: range };
      return joined(node.every ? 'and' : 'or', node, names);
    }
    default:
      return joined(node.kind, node, names);
  }
}

function joined(
  kind: 'and' | 'or',
  { range, children }: Exclude<PlanCondition, { kind: 'selection' }>,
  names: readonly string[],
): Condition {
  const operands = children.map((child) => asWritten(child, names));
  return operands.length === 1 ? operands[0]! : { kind, range, operands };
}
