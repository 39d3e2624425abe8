import { itemsOf } from '../walk-body';
import type { Plan, PlanCondition, PlanItem, PlanJoin, PlanSelection } from './plan';

/*
 * Walks over a plan's condition. `walk-body.ts` walks the bodies of its selections. Only code that runs once per
 * event (`match/evaluate.ts`) or must be lazy (`authoring/events/ways.ts`) goes over the nodes itself.
 */

/** All items of a plan, each with its selection, in the order of the rule. */
export function planItems({ selections }: Pick<Plan, 'selections'>): [PlanItem, PlanSelection][] {
  return selections.flatMap((selection) =>
    itemsOf(selection.body).map((item): [PlanItem, PlanSelection] => [item, selection]),
  );
}

/** The word that joins the parts of a node: a quantifier as written (`1 of filter_*`), else `and` or `or`. */
export function wordOf({ kind, quantifier }: PlanJoin): string {
  return quantifier ?? (kind === 'every' ? 'and' : 'or');
}

/**
 * Called for each node of a condition before its children. `negated` is true below an odd number of `not`. `above`
 * holds the nodes from the root to the parent, and changes during the walk. Return false to skip the children.
 */
export type ConditionVisitor = (
  node: PlanCondition,
  negated: boolean,
  above: readonly PlanCondition[],
) => false | undefined;

/** Visits the nodes of a condition in the order of the text, each before its children. */
export function walkCondition(root: PlanCondition, visit: ConditionVisitor): void {
  const above: PlanCondition[] = [];
  const walk = (node: PlanCondition, negated: boolean): void => {
    if (visit(node, negated, above) === false || node.kind === 'selection') return;
    above.push(node);
    for (const child of node.children) walk(child, negated !== (node.kind === 'not'));
    above.pop();
  };
  walk(root, false);
}

/** How to compute a result for each kind of node from the results of its children. */
export interface ConditionFold<T> {
  selection(selection: number, node: PlanCondition): T;
  not(child: T, node: PlanCondition): T;
  /** `every` is true if all children have to hold, false if one is enough. */
  join(children: T[], every: boolean, node: PlanJoin): T;
}

/** Folds a condition into one result, from its leaves upwards. */
export function foldCondition<T>(node: PlanCondition, fold: ConditionFold<T>): T {
  if (node.kind === 'selection') return fold.selection(node.selection, node);
  if (node.kind === 'not') return fold.not(foldCondition(node.children[0], fold), node);
  const children = node.children.map((child) => foldCondition(child, fold));
  return fold.join(children, node.kind === 'every', node);
}

/** Whether a condition holds, given which selections match. */
export function conditionHolds(condition: PlanCondition, matches: (selection: number) => boolean): boolean {
  return foldCondition(condition, {
    selection: matches,
    not: (child) => !child,
    join: (children, every) => (children.includes(!every) ? !every : every),
  });
}

/** True if a condition refers to the selection. */
export function mentions(node: PlanCondition, selection: number): boolean {
  return node.kind === 'selection'
    ? node.selection === selection
    : node.children.some((child) => mentions(child, selection));
}
