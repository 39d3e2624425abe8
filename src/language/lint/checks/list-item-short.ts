import { entry } from '../../../rule';
import { say } from '../../../text';
import type { Check } from '../check';

export const listItemShort: Check<'list-item-short'> = {
  id: 'list-item-short',
  severity: 'warning',
  finds: 'An entry of a single character',
  why: 'The schema requires at least two characters in each entry of `falsepositives` and `scope`.',
  bad: 'falsepositives:\n    - «x»',
  good: 'falsepositives:\n    - Unknown',
  document({ tree }, report) {
    for (const name of ['falsepositives', 'scope']) {
      const list = entry(tree, name)?.value;
      if (list?.kind !== 'sequence') continue;
      for (const item of list.items)
        if (
          item.kind === 'scalar' &&
          typeof item.value === 'string' &&
          item.text.length < 2 &&
          item.range.end > item.range.start
        )
          report(item.range, say`An entry of \`${name}\` needs at least two characters. Write a word.`);
    }
  },
};
