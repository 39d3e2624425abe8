import type { Condition } from './ast';

/**
 * Called for each node of a condition before its operands. `negated` is true below an odd number of `not`. Return
 * false to skip the operands.
 */
export type WrittenVisitor = (node: Condition, negated: boolean) => false | undefined;

/** The operands that a node joins or negates; none for names and quantifiers. */
export function operandsOf(node: Condition): readonly Condition[] {
  if (node.kind === 'not') return [node.operand];
  return node.kind === 'and' || node.kind === 'or' ? node.operands : [];
}

/** Visits the nodes of a condition as written, in the order of the text, each before its operands. */
export function walkWritten(node: Condition, visit: WrittenVisitor, negated = false): void {
  if (visit(node, negated) === false) return;
  for (const operand of operandsOf(node)) walkWritten(operand, visit, negated !== (node.kind === 'not'));
}

/** The condition with each name and quantifier replaced by what `change` returns for it. */
export function changeLeaves(
  node: Condition,
  change: (leaf: Extract<Condition, { readonly kind: 'name' | 'quantifier' }>) => Condition,
): Condition {
  if (node.kind === 'name' || node.kind === 'quantifier') return change(node);
  if (node.kind === 'not') return { ...node, operand: changeLeaves(node.operand, change) };
  return { ...node, operands: node.operands.map((operand) => changeLeaves(operand, change)) };
}
