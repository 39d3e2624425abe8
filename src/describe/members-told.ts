import type { Cause, ItemTrace, NodeTrace, SelectionTrace } from '../match';
import { foldBody } from '../rule';
import { nameWithin } from './members';

/**
 * The explained items of a body, those in blocks about the member that decides, with that member's name before the
 * field: `connections[1].ip`. Of a block with selections only those that match count.
 */
export function itemsTold(body: NodeTrace, member = ''): ItemTrace[] {
  return foldBody<NodeTrace, ItemTrace[]>(
    body,
    (item) => [placed(item, member)],
    (children) => children.flat(),
    ({ quantifier, matched, members }) => {
      // A block that wants no member like it has nothing to show once it is fulfilled.
      const [first] = quantifier === 'none' && matched ? [] : members;
      if (!first) return [];
      const { selections, name } = first;
      const counting = selections.length === 1 ? selections : selections.filter((one) => one.matched);
      return counting.flatMap((one) => itemsTold(one.body, name));
    },
  );
}

function placed(item: ItemTrace, member: string): ItemTrace {
  if (member === '') return item;
  return {
    ...item,
    field: item.field === null ? null : nameWithin(member, item.field),
    values: item.values.map((value) => ({
      ...value,
      hits: value.hits.map((hit) => ({ ...hit, field: nameWithin(member, hit.field) })),
    })),
  };
}

/** The explained item that a cause is about, in a block that of the cause's member; null for a cause about none. */
export function itemOfCause({ body }: SelectionTrace, cause: Cause, member = ''): ItemTrace | null {
  return foldBody<NodeTrace, ItemTrace | null>(
    body,
    (item) => (item.rule.start === cause.item.start ? placed(item, member) : null),
    (children) => children.find((found) => found !== null) ?? null,
    ({ members }) => {
      for (const { name, selections } of members)
        for (const selection of cause.members?.includes(name) ? selections : []) {
          const found = itemOfCause(selection, cause, name);
          if (found) return found;
        }
      return null;
    },
  );
}
