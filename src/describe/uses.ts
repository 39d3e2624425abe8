import type { PlanBody } from '../rule';
import { walkCondition } from '../rule';
import type { Range } from '../text';

/** Where a rule's condition uses a selection. */
export interface SelectionUse {
  /** True if the condition can need the selection to match. */
  readonly selects: boolean;
  /** True if the condition can need the selection not to match. */
  readonly excludes: boolean;
  /** In the order of the condition. A pattern such as `filter_*` counts for each selection that it stands for. */
  readonly ranges: readonly Range[];
}

/** For each selection that the condition uses, its uses, in the order of first use. */
export function usesOf({ condition }: Pick<PlanBody, 'condition'>): ReadonlyMap<number, SelectionUse> {
  const uses = new Map<number, { selects: boolean; excludes: boolean; ranges: Range[] }>();
  walkCondition(condition, (node, negated) => {
    if (node.kind !== 'selection') return;
    const use = uses.get(node.selection) ?? { selects: false, excludes: false, ranges: [] };
    if (negated) use.excludes = true;
    else use.selects = true;
    use.ranges.push(node.range);
    uses.set(node.selection, use);
  });
  return uses;
}
