import type { Plan, PlanCondition, PlanItem, PlanNode, PlanValue } from '../../rule';
import { findItem, mentions } from '../../rule';

/** One way to get the wanted result: the values that have to pass or fail, and the selections that must not match. */
export interface Way {
  readonly goals: readonly Goal[];
  readonly without: readonly number[];
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

const NOTHING: Way = { goals: [], without: [] };

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
      else yield { goals: [], without: [node.selection] };
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
    // Without the array, the quantifier alone decides.
    if ((node.quantifier === 'none' || node.quantifier === 'all_or_empty') === holds)
      yield { goals: [], without: [] };
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
    yield { goals: node.values.map((value) => ({ item: node, value, pass })), without: [] };
    return;
  }
  const own = node.values.filter((v) => v.id === through);
  for (const value of own.length > 0 ? own : node.values)
    yield { goals: [{ item: node, value, pass }], without: [] };
}

/** The item with a value. */
export function itemOf(node: PlanNode, value: number): PlanItem | null {
  return findItem(node, ({ values }) => values.some(({ id }) => id === value));
}

function hasValue(node: PlanNode, value: number): boolean {
  return itemOf(node, value) !== null;
}

function join(a: Way, b: Way): Way {
  return { goals: [...a.goals, ...b.goals], without: [...a.without, ...b.without] };
}

function* product(parts: readonly (() => Generator<Way>)[], at = 0): Generator<Way> {
  const part = parts[at];
  if (!part) {
    yield NOTHING;
    return;
  }
  for (const first of part()) for (const rest of product(parts, at + 1)) yield join(first, rest);
}
