import { foldBody } from '../rule';
import type { ConditionTrace, ItemTrace, NodeTrace, SelectionTrace } from './trace';

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

/**
 * All explained items, each with the index of its selection, in the order of the rule. Those in a block about members
 * are told of the member that decides.
 */
export function itemTraces(selections: readonly SelectionTrace[]): [ItemTrace, number][] {
  return selections.flatMap(({ body }, selection) =>
    itemsWithin(body).map((item): [ItemTrace, number] => [item, selection]),
  );
}

function itemsWithin(body: NodeTrace): ItemTrace[] {
  return foldBody<NodeTrace, ItemTrace[]>(
    body,
    (item) => [item],
    (children) => children.flat(),
    ({ members }) =>
      members.slice(0, 1).flatMap((member) => itemTraces(member.selections).map(([item]) => item)),
  );
}
