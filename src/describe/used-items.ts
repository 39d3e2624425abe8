import type { PlanBody, PlanItem, PlanNode } from '../rule';
import { foldBody } from '../rule';
import { blockName, nameWithin } from './members';
import { usesOf } from './uses';

/** How a part of a rule counts: whether it can be needed to match, and not to match. */
export interface Use {
  readonly selects: boolean;
  readonly excludes: boolean;
}

/** An item that decides something, with its field as it is named from the event inwards. */
export interface UsedItem {
  readonly item: PlanItem;
  /** `connections[any].ip`; null for keywords of the event. */
  readonly field: string | null;
  readonly use: Use;
}

const SELECTS: Use = { selects: true, excludes: false };

/** The items of the selections that a rule's condition uses, those in blocks about members too, by selection. */
export function usedItems(plan: PlanBody): UsedItem[] {
  return ofBody(plan, '', SELECTS);
}

function ofBody(body: PlanBody, within: string, around: Use): UsedItem[] {
  const uses = usesOf(body);
  return body.selections.flatMap((selection, index) => {
    const use = uses.get(index);
    return use ? ofNode(selection.body, within, nested(around, use)) : [];
  });
}

function ofNode(node: PlanNode, within: string, use: Use): UsedItem[] {
  return foldBody<PlanNode, UsedItem[]>(
    node,
    (item) => [{ item, field: item.field === null ? within || null : nameWithin(within, item.field), use }],
    (children) => children.flat(),
    (block) =>
      ofBody(block, nameWithin(within, blockName(block)), block.quantifier === 'none' ? turned(use) : use),
  );
}

/** What is needed not to match in something that is needed not to match is needed. */
function nested(around: Use, { selects, excludes }: Use): Use {
  return {
    selects: (around.selects && selects) || (around.excludes && excludes),
    excludes: (around.selects && excludes) || (around.excludes && selects),
  };
}

function turned({ selects, excludes }: Use): Use {
  return { selects: excludes, excludes: selects };
}
