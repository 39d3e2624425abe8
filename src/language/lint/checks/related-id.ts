import { entry } from '../../../rule';
import { prose } from '../../../text';
import type { Check } from '../check';
import { UUID } from '../uuid';

export const relatedId: Check<'related-id'> = {
  id: 'related-id',
  severity: 'warning',
  finds: 'A related id that is not a UUID, or is the rule’s own',
  why: '`related` refers to other rules by their ids, which the schema requires to be UUIDs. A rule related to itself has no meaning; write the other rule’s id.',
  bad: 'related:\n    - id: «the old rule»\n      type: obsolete',
  good: 'related:\n    - id: 0f1e2d3c-4b5a-4968-8776-5544332211aa\n      type: obsolete',
  document({ tree, meta }, report) {
    const list = entry(tree, 'related')?.value;
    if (list?.kind !== 'sequence') return;
    for (const item of list.items) {
      const id = item.kind === 'map' ? entry(item, 'id')?.value : null;
      if (id?.kind !== 'scalar' || id.text === '') continue;
      if (!UUID.test(id.text)) report(id.range, prose('This is not a UUID. Write the id of the other rule.'));
      else if (id.text.toLowerCase() === meta.id?.value.toLowerCase())
        report(id.range, prose('This is the rule’s own id. Write the id of the other rule.'));
    }
  },
};
