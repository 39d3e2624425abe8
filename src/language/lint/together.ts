import type { DetectionNode } from '../../rule';
import type { ItemContext, RuleContext } from './context';

/** The fields of each map in a rule's selections: all of them have to match together. */
export function togetherIn({ detection, items }: RuleContext): readonly (readonly ItemContext[])[] {
  const maps: ItemContext[][] = [];
  let at = 0;
  const walk = (node: DetectionNode): void => {
    // Items are in the order of the tree.
    if (node.kind === 'item') at++;
    // The items of an event do not include those of a member.
    else if (node.kind === 'members') return;
    else if (node.kind === 'some' || node.children.some(({ kind }) => kind !== 'item'))
      node.children.forEach(walk);
    else {
      if (node.children.length > 1) maps.push(items.slice(at, at + node.children.length));
      at += node.children.length;
    }
  };
  for (const { body } of detection.selections) walk(body);
  return maps;
}
