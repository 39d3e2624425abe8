import type { Plan, PlanCondition } from '../rule';
import { walkCondition, wordOf } from '../rule';
import type { Range } from '../text';
import { usesOf } from './uses';

/** A rule's condition as a tree of gates and selections, to be drawn. Plain data. */
export interface ConditionNode {
  /** `more` stands for the selections of a quantifier that are left out. */
  readonly kind: 'gate' | 'selection' | 'more';
  readonly title: string;
  /** Where it stands in the condition. */
  readonly range: Range;
  /** What to go to for it: of a selection its name where it is defined, else `range`. */
  readonly goal: Range;
  /** Its place in the condition's tree, walked from the root and each node before its children; null for `more`. */
  readonly place: number | null;
  /** Of a selection: the number of its stage and its index in `Plan.selections`. */
  readonly stage: number | null;
  readonly selection: number | null;
  readonly children: readonly ConditionNode[];
}

/** Selections that one quantifier shows, and leaves from which on it shows one only. */
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

/** How many nodes there are in a part of the condition. */
function sizeOf(node: PlanCondition): number {
  let size = 0;
  walkCondition(node, () => {
    size++;
  });
  return size;
}
