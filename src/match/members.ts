import { membersIn, pathTrees, type Tree } from '../event';
import type { PlanMembers } from '../rule';
import type { EventView } from './view';

/** The members of a block's array in one event. */
export function membersOf(block: PlanMembers, view: EventView): readonly Tree[] {
  return membersIn(pathTrees(view.coverage, view.event, block.path));
}
