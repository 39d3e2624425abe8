import { type JsonPath, membersIn, pathTrees, type SigmaEvent } from '../../event';
import { bodyMatches, type Evaluator, type EventView, itemMatches } from '../../match';
import {
  blocksOf,
  foldBody,
  itemsOf,
  type PlanBody,
  type PlanItem,
  type PlanMembers,
  type PlanNode,
} from '../../rule';

/** Fields of members have the names that they are written with: no log source says which one is the command line. */
const COMMAND_LINE = /(?:^|\.)(?:command_?line|cmd_?line)$/i;

/** A text of an event, and where it is. */
export interface TextAt {
  readonly text: string;
  readonly path: JsonPath;
}

/**
 * The first command line that a matching member has in a field that a block tests; null if none has. The event is that
 * of the last verdict.
 */
export function lineOfMember({ plan, view }: Evaluator): TextAt | null {
  for (const { body } of plan.selections) {
    const found = lineIn(body, view);
    if (found) return found;
  }
  return null;
}

/** True if a block of the rule tests a command line of members, in a field of its own. */
export function asksMembersForLine({ selections }: Pick<PlanBody, 'selections'>): boolean {
  return selections.some(({ body }) =>
    blocksOf(body).some(
      (block) =>
        block.selections.some((selection) => itemsOf(selection.body).some(isCommandLine)) ||
        asksMembersForLine(block),
    ),
  );
}

function isCommandLine({ field, path }: PlanItem): boolean {
  return field !== null && !path && COMMAND_LINE.test(field);
}

function lineIn(body: PlanNode, view: EventView): TextAt | null {
  for (const block of blocksOf(body)) {
    const found = inMembers(block, view, null, (inside) => {
      if (!bodyMatches(block, inside)) return null;
      for (const selection of block.selections) {
        for (const item of itemsOf(selection.body)) {
          const text = textOf(item, inside);
          if (text) return text;
        }
        const deeper = lineIn(selection.body, inside);
        if (deeper) return deeper;
      }
      return null;
    });
    if (found) return found;
  }
  return null;
}

function textOf(item: PlanItem, view: EventView): TextAt | null {
  if (!isCommandLine(item) || !itemMatches(item, view)) return null;
  const [tree, ...more] = view.event.trees(item.field!);
  return tree?.path && more.length === 0 && typeof tree.value === 'string'
    ? { text: tree.value, path: tree.path }
    : null;
}

/** The first result for a member of a block's array; only members that hold what is at `within`, if that is given. */
function inMembers<T>(
  block: PlanMembers,
  view: EventView,
  within: JsonPath | null,
  look: (inside: EventView) => T | null,
): T | null {
  const members = membersIn(pathTrees(view.coverage, view.event, block.path));
  const inside = view.inside(block);
  for (const member of members) {
    if (within && member.path && !member.path.every((step, i) => within[i] === step)) continue;
    const found = look(inside.turnTo(view, member));
    if (found !== null) return found;
  }
  return null;
}

/**
 * The items that match the event of the last verdict: those of the event, and those in blocks that match the member
 * which holds the value at `path`. All other members stay as they are when that value changes.
 */
export function matchedItems({ plan, view }: Evaluator, path: JsonPath | null): Set<PlanItem> {
  const found = new Set<PlanItem>();
  collect(plan, view, path, found);
  return found;
}

function collect(
  { selections }: PlanBody,
  view: EventView,
  path: JsonPath | null,
  found: Set<PlanItem>,
): void {
  for (const { body } of selections)
    foldBody<PlanNode, void>(
      body,
      (item) => {
        if (itemMatches(item, view)) found.add(item);
      },
      () => {},
      (block) => {
        if (!path) return;
        inMembers(block, view, path, (inside) => {
          collect(block, inside, path, found);
          return null;
        });
      },
    );
}

/** The way to a field of an event; null if it has none of its own, or several. */
export function pathOf(event: SigmaEvent, field: string): JsonPath | null {
  const [tree, ...more] = event.trees(field);
  return tree && more.length === 0 ? tree.path : null;
}
