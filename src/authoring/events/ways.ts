import type { Plan, PlanCondition, PlanItem, PlanMembers, PlanNode, PlanValue } from '../../rule';
import { allItemsOf, blocksOf, mentions } from '../../rule';

/** One way to get the wanted result: the values that have to pass or fail, and the selections that must not match. */
export interface Way {
  readonly goals: readonly Goal[];
  /** For each block, what one member has to be. */
  readonly members: readonly MemberWay[];
  readonly without: readonly number[];
}

/** What one member of an array has to be for a block. */
export interface MemberWay {
  readonly block: PlanMembers;
  readonly way: Way;
}

export interface Goal {
  readonly item: PlanItem;
  readonly value: PlanValue;
  readonly pass: boolean;
}

/** What to make an event for: one value, or any value of a selection. */
export interface Target {
  readonly selection: number;
  /** The value's id; null for the whole selection. */
  readonly value: number | null;
}

const NOTHING: Way = { goals: [], members: [], without: [] };

/**
 * The ways in which the condition holds. With `against`, the target's selection matches although the condition
 * excludes it: the condition is then evaluated as if it did not match.
 */
export function* waysOf(plan: Plan, target: Target, against: boolean): Generator<Way> {
  const selection = plan.selections[target.selection]!;
  for (const way of conditionWays(plan.condition, true)) {
    for (const body of nodeWays(selection.body, true, target.value)) yield join(way, body);
  }

  function* conditionWays(node: PlanCondition, holds: boolean): Generator<Way> {
    if (node.kind === 'selection') {
      if (node.selection === target.selection) {
        if (holds !== against) yield NOTHING;
      } else if (holds) yield* nodeWays(plan.selections[node.selection]!.body, true, null);
      else {
        const { body } = plan.selections[node.selection]!;
        // What no change of a field prevents may be prevented by another member.
        if (blocksOf(body).length > 0) yield* nodeWays(body, false, null);
        yield { ...NOTHING, without: [node.selection] };
      }
    } else if (node.kind === 'not') yield* conditionWays(node.children[0], !holds);
    else {
      if ((node.kind === 'every') === holds) {
        yield* product(node.children.map((child) => () => conditionWays(child, holds)));
        return;
      }
      const uses = (c: PlanCondition) => mentions(c, target.selection);
      const first = node.children.filter(uses);
      const rest = node.children.filter((c) => !uses(c));
      for (const child of [...first, ...rest]) yield* conditionWays(child, holds);
    }
  }
}

/** The ways in which a selection's body matches or fails; through the value `through` if given and part of it. */
export function* nodeWays(node: PlanNode, holds: boolean, through: number | null): Generator<Way> {
  if (node.kind === 'members') {
    yield* memberWays(node, holds, through);
    return;
  }
  if (node.kind !== 'item') {
    if ((node.kind === 'every') === holds) {
      yield* product(node.children.map((child) => () => nodeWays(child, holds, through)));
      return;
    }
    const own = through === null ? [] : node.children.filter((child) => hasValue(child, through));
    for (const child of own.length > 0 ? own : node.children) yield* nodeWays(child, holds, through);
    return;
  }
  const pass = holds !== node.negated;
  if (node.all === pass || node.values.length === 1) {
    yield { ...NOTHING, goals: node.values.map((value) => ({ item: node, value, pass })) };
    return;
  }
  const own = node.values.filter((v) => v.id === through);
  for (const value of own.length > 0 ? own : node.values)
    yield { ...NOTHING, goals: [{ item: node, value, pass }] };
}

/** The ways in which a block matches or fails: by one member, or, where that decides too, without the array. */
function* memberWays(block: PlanMembers, holds: boolean, through: number | null): Generator<Way> {
  const { quantifier } = block;
  const ofEmpty = quantifier === 'none' || quantifier === 'all_or_empty';
  // `any` fails and `none` holds if there are no members; for `all` to fail, one that fails is as good as none.
  const isEmptyEnough = ofEmpty === holds;
  const isMember = quantifier === 'none' ? !holds : holds;
  if (isEmptyEnough && through === null && quantifier !== 'all_or_empty') yield NOTHING;
  else if (isMember || quantifier === 'all_or_empty')
    for (const way of innerWays(block, block.condition, isMember, through))
      yield { ...NOTHING, members: [{ block, way }] };
}

/** The ways in which the condition of a block holds for one member, or does not. */
function* innerWays(
  block: PlanMembers,
  node: PlanCondition,
  holds: boolean,
  through: number | null,
): Generator<Way> {
  if (node.kind === 'selection') yield* nodeWays(block.selections[node.selection]!.body, holds, through);
  else if (node.kind === 'not') yield* innerWays(block, node.children[0], !holds, through);
  else if ((node.kind === 'every') === holds)
    yield* product(node.children.map((child) => () => innerWays(block, child, holds, through)));
  else {
    const own = through === null ? [] : node.children.filter((child) => leadsTo(block, child, through));
    for (const child of own.length > 0 ? own : node.children) yield* innerWays(block, child, holds, through);
  }
}

/** True if a part of a block's condition uses the selection with a value. */
function leadsTo(block: PlanMembers, node: PlanCondition, value: number): boolean {
  return block.selections.some(({ body }, index) => hasValue(body, value) && mentions(node, index));
}

/** The item with a value, be it in a block. */
export function itemOf(node: PlanNode, value: number): PlanItem | null {
  return allItemsOf(node).find(({ values }) => values.some(({ id }) => id === value)) ?? null;
}

/** True if an item is in a block that wants no member like it. */
export function isUnwanted(node: PlanNode, item: PlanItem): boolean {
  return blocksOf(node).some(({ quantifier, selections }) =>
    selections.some(
      ({ body }) => allItemsOf(body).includes(item) && (quantifier === 'none') !== isUnwanted(body, item),
    ),
  );
}

function hasValue(node: PlanNode, value: number): boolean {
  return itemOf(node, value) !== null;
}

function join(a: Way, b: Way): Way {
  return {
    goals: [...a.goals, ...b.goals],
    members: [...a.members, ...b.members],
    without: [...a.without, ...b.without],
  };
}

function* product(parts: readonly (() => Generator<Way>)[], at = 0): Generator<Way> {
  const part = parts[at];
  if (!part) {
    yield NOTHING;
    return;
  }
  for (const first of part()) for (const rest of product(parts, at + 1)) yield join(first, rest);
}
