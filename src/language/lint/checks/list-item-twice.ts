import { entry } from '../../../rule';
import { prose, say } from '../../../text';
import { type Check, replace } from '../check';
import { wholeLine } from '../lines';

const LISTS = ['references', 'tags', 'fields', 'falsepositives', 'scope'];

export const listItemTwice: Check<'list-item-twice'> = {
  id: 'list-item-twice',
  severity: 'warning',
  finds: 'The same entry twice in a list',
  why: 'The schema requires different entries in `references`, `tags`, `fields`, `falsepositives` and `scope`. Remove one of the two.',
  bad: 'tags:\n    - attack.impact\n    - attack.t1490\n    - «attack.impact»',
  good: 'tags:\n    - attack.impact\n    - attack.t1490',
  document({ text, tree }, report) {
    for (const name of LISTS) {
      const list = entry(tree, name)?.value;
      if (list?.kind !== 'sequence') continue;
      const seen = new Set<string>();
      for (const item of list.items) {
        if (item.kind !== 'scalar' || item.text === '') continue;
        if (seen.has(item.text)) {
          const line = wholeLine(text, item.range);
          report(
            item.range,
            say`\`${item.text}\` is already in \`${name}\`. Remove this line.`,
            line && replace(prose('Remove this line'), line, ''),
          );
        }
        seen.add(item.text);
      }
    }
  },
};
