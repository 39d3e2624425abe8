import { entry } from '../../../rule';
import type { Check } from '../check';
import { UUID } from '../uuid';

export const relatedId: Check<'related-id'> = {
  id: 'related-id',
  severity: 'warning',
  finds: 'A related rule that is named by no UUID, or is the rule itself',
  why: '`related` names other rules by their ids, and the schema wants those to be UUIDs. A rule that is related to itself says nothing; most likely the other’s id was meant.',
  bad: 'related:\n    - id: «the old rule»\n      type: obsolete',
  good: 'related:\n    - id: 0f1e2d3c-4b5a-4968-8776-5544332211aa\n      type: obsolete',
  document({ tree, meta }, report) {
    const list = entry(tree, 'related')?.value;
    if (list?.kind !== 'sequence') return;
    for (const item of list.items) {
      const id = item.kind === 'map' ? entry(item, 'id')?.value : null;
      if (id?.kind !== 'scalar' || id.text === '') continue;
      if (!UUID.test(id.text)) report(id.range, 'This is no UUID. Write the id of the other rule.');
      else if (id.text.toLowerCase() === meta.id?.value.toLowerCase())
        report(id.range, 'This is the rule’s own id. Write the id of the other rule.');
    }
  },
};
