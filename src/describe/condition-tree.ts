import type { Plan, PlanCondition } from '../rule';
import { walkCondition, wordOf } from '../rule';
import type { Range } from '../text';
import { usesOf } from './uses';

/** A rule's condition as a tree of gates and selections, for drawing. Plain data. */
export interface ConditionNode {
  /** `more` stands for the selections of a quantifier that are not shown. */
  readonly kind: 'gate' | 'selection' | 'more';
  readonly title: string;
  /** Its range in the condition. */
  readonly range: Range;
  /** Where to go for it: the definition of a selection, else `range`. */
  readonly goal: Range;
  /** Its index in the condition's tree, walked from the root with each node before its children; null for `more`. */
  readonly place: number | null;
  /** For a selection: the number of its stage and its index in `Plan.selections`. */
  readonly stage: number | null;
  readonly selection: number | null;
  readonly children: readonly ConditionNode[];
}

/** The most selections to show for one quantifier, and the number of leaves beyond which it shows only one. */
const MAX_SHOWN = 50;
const MANY_LEAVES = 500;

/** The gates and selections of a plan's condition. A selection is a leaf wherever the condition uses it. */
export function conditionTree(plan: Plan): ConditionNode {
  const stages = new Map([...usesOf(plan).keys()].map((selection, i) => [selection, i + 1]));
  let leaves = 0;
  let places = 0;
  const build = (node: PlanCondition): ConditionNode => {
    const { range } = node;
    const place = places++;
    if (node.kind === 'selection') {
      leaves++;
      const { selection } = node;
      const { name: title, range: goal } = plan.selections[selection]!;
      const stage = stages.get(selection)!;
      return { kind: 'selection', title, range, goal, place, stage, selection, children: [] };
    }
    const none = { range, goal: range, stage: null, selection: null };
    const quantified = node.kind !== 'not' && node.quantifier !== null;
    const most = quantified ? (leaves < MANY_LEAVES ? MAX_SHOWN : 1) : node.children.length;
    const children = node.children.slice(0, most).map(build);
    const hidden = node.children.slice(most);
    for (const child of hidden) places += sizeOf(child);
    if (hidden.length > 0) {
      leaves++;
      children.push({ ...none, kind: 'more', title: `${hidden.length} more`, place: null, children: [] });
    }
    const title = node.kind === 'not' ? 'not' : wordOf(node);
    return { ...none, kind: 'gate', title, place, children };
  };
  return build(plan.condition);
}

/** The number of nodes in a part of the condition. */
function sizeOf(node: PlanCondition): number {
  let size = 0;
  walkCondition(node, () => {
    size++;
  });
  return size;
}
