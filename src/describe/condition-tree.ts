import { DRAWN } from '../limits';
import type { Plan, PlanCondition } from '../rule';
import { wordOf } from '../rule';
import type { Range } from '../text';
import { usesOf } from './uses';

/** A rule's condition as a tree of gates and selections, for drawing. Plain data. */
export interface ConditionNode {
  /** `more` stands for the parts of a gate that are not shown. */
  readonly kind: 'gate' | 'selection' | 'more';
  readonly title: string;
  /** Its range in the condition. */
  readonly range: Range;
  /** Where to go for it: the definition of a selection, else `range`. */
  readonly goal: Range;
  /** For a selection: the number of its stage and its index in `Plan.selections`. */
  readonly stage: number | null;
  readonly selection: number | null;
  readonly children: readonly ConditionNode[];
}

/** The gates and selections of a plan's condition. A selection is a leaf wherever the condition uses it. */
export function conditionTree(plan: Plan): ConditionNode {
  const stages = new Map([...usesOf(plan).keys()].map((selection, i) => [selection, i + 1]));
  let leaves = 0;
  const build = (node: PlanCondition): ConditionNode => {
    const { range } = node;
    if (node.kind === 'selection') {
      leaves++;
      const { selection } = node;
      const { name: title, range: goal } = plan.selections[selection]!;
      return {
        kind: 'selection',
        title,
        range,
        goal,
        stage: stages.get(selection)!,
        selection,
        children: [],
      };
    }
    const none = { range, goal: range, stage: null, selection: null };
    const isQuantified = node.kind !== 'not' && node.quantifier !== null;
    const most = isQuantified ? DRAWN.quantified.value : DRAWN.parts.value;
    const children: ConditionNode[] = [];
    for (const child of node.children) {
      // Once the picture is full each gate still has one part, so that none stands without any.
      if (children.length > 0 && (children.length >= most || leaves >= DRAWN.leaves.value)) break;
      children.push(build(child));
    }
    const hidden = node.children.length - children.length;
    if (hidden > 0) {
      leaves++;
      children.push({ ...none, kind: 'more', title: `${hidden.toLocaleString('en')} more`, children: [] });
    }
    const title = node.kind === 'not' ? 'not' : wordOf(node);
    return { ...none, kind: 'gate', title, children };
  };
  return build(plan.condition);
}
