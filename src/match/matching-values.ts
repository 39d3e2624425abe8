import { foldBody, type PlanBody, type PlanNode } from '../rule';
import { valueMatches } from './body';
import { membersOf } from './members';
import type { EventView } from './view';

/** Ids of the values that match on their own, whatever the condition: inside a block, those that match some member. */
export function matchingValues(body: PlanBody, view: EventView): ReadonlySet<number> {
  const found = new Set<number>();
  collect(body, view, found);
  return found;
}

function collect({ selections }: PlanBody, view: EventView, found: Set<number>): void {
  for (const { body } of selections)
    foldBody<PlanNode, void>(
      body,
      ({ values, slot }) => {
        for (const value of values)
          if (!found.has(value.id) && valueMatches(value, slot, view)) found.add(value.id);
      },
      () => undefined,
      (block) => {
        const inside = view.inside(block);
        for (const member of membersOf(block, view)) collect(block, inside.turnTo(view, member), found);
      },
    );
}
