import { itemsOf } from '../rule';
import type { ConditionTrace, ItemTrace, SelectionTrace } from './trace';

/**
 * Visits the nodes of an explained condition in the order of the text, each before its children. Return false to skip
 * the children.
 */
export function walkConditionTrace(
  node: ConditionTrace,
  visit: (node: ConditionTrace) => false | undefined,
): void {
  if (visit(node) === false) return;
  for (const child of node.children) walkConditionTrace(child, visit);
}

/** All explained items, each with the index of its selection, in the order of the rule. */
export function itemTraces(selections: readonly SelectionTrace[]): [ItemTrace, number][] {
  return selections.flatMap(({ body }, selection) =>
    itemsOf(body).map((item): [ItemTrace, number] => [item, selection]),
  );
}
