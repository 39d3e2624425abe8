import { entry } from '../../../rule';
import { prose, say } from '../../../text';
import { type Check, replace } from '../check';

const LISTS = ['references', 'tags', 'fields', 'falsepositives', 'scope'];

export const listItemType: Check<'list-item-type'> = {
  id: 'list-item-type',
  severity: 'warning',
  finds: 'A list entry that is not text',
  why: 'The schema requires text in `references`, `tags`, `fields`, `falsepositives` and `scope`. A colon followed by a space makes an entry a map, digits alone a number, and nothing at all null.',
  bad: 'falsepositives:\n    - «Backup: scheduled jobs»',
  good: "falsepositives:\n    - 'Backup: scheduled jobs'",
  document({ text, tree }, report) {
    for (const name of LISTS) {
      const list = entry(tree, name)?.value;
      if (list?.kind !== 'sequence') continue;
      for (const item of list.items) {
        if (item.kind === 'scalar' && typeof item.value === 'string') continue;
        const { start, end } = item.range;
        const written = text.slice(start, end);
        const safe = end > start && !/['\n]/.test(written);
        const range = end > start ? item.range : (entry(tree, name)?.key.range ?? item.range);
        const what =
          item.kind === 'map'
            ? 'a map'
            : item.kind === 'sequence'
              ? 'a list'
              : end > start
                ? 'no text'
                : 'empty';
        report(
          range,
          say`An entry of \`${name}\` is ${what}, but has to be text.${safe ? ' Quote it.' : ''}`,
          safe ? replace(prose('Put it in single quotes'), range, `'${written}'`) : null,
        );
      }
    }
  },
};
