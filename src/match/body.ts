import type {
  PlanBody,
  PlanCondition,
  PlanItem,
  PlanMembers,
  PlanNode,
  PlanSelection,
  PlanValue,
} from '../rule';
import { membersOf } from './members';
import type { EventView } from './view';

/** Whether the condition of a body holds, for an event or for a member of an array. Stops as soon as that is known. */
export function bodyMatches({ condition, selections }: PlanBody, view: EventView): boolean {
  return holds(condition, selections, view);
}

function holds(node: PlanCondition, selections: readonly PlanSelection[], view: EventView): boolean {
  switch (node.kind) {
    case 'selection':
      return nodeMatches(selections[node.selection]!.body, view);
    case 'not':
      return !holds(node.children[0], selections, view);
    default: {
      const every = node.kind === 'every';
      for (const child of node.children) if (holds(child, selections, view) !== every) return !every;
      return every;
    }
  }
}

/** Whether the body of a selection matches. */
export function nodeMatches(node: PlanNode, view: EventView): boolean {
  if (node.kind === 'item') return itemMatches(node, view);
  if (node.kind === 'members') return membersMatch(node, view);
  const every = node.kind === 'every';
  for (const child of node.children) if (nodeMatches(child, view) !== every) return !every;
  return every;
}

/** Whether as many members satisfy a block as its quantifier wants. */
export function membersMatch(block: PlanMembers, view: EventView): boolean {
  const members = membersOf(block, view);
  const { quantifier } = block;
  if (members.length === 0) return quantifier === 'all_or_empty' || quantifier === 'none';
  const wanted = quantifier === 'any' || quantifier === 'none';
  const inside = view.inside(block);
  for (const member of members)
    if (bodyMatches(block, inside.turnTo(view, member)) === wanted) return quantifier === 'any';
  return quantifier !== 'any';
}

/** Tests one value against its field. It passes if any of its variants does. */
export function valueMatches(value: PlanValue, slot: number, view: EventView): boolean {
  const state = slot < 0 ? view.keywords() : view.slot(slot);
  const { variants } = value;
  for (let i = 0; i < variants.length; i++) if (variants[i]!.predicate.matches(state, view)) return true;
  return false;
}

/** Tests an item against its field: all of its values have to pass, or any; `neq` negates. */
export function itemMatches(item: PlanItem, view: EventView): boolean {
  const joined = valuesMatch(item, view);
  return item.negated ? !joined && !lacksField(item, view) : joined;
}

function valuesMatch({ all: every, values, slot }: PlanItem, view: EventView): boolean {
  for (let i = 0; i < values.length; i++) if (valueMatches(values[i]!, slot, view) !== every) return !every;
  return every;
}

/** True if the item needs its field and the event does not have it. */
export function lacksField({ needsField, slot }: PlanItem, view: EventView): boolean {
  return needsField && !view.slot(slot).present;
}
