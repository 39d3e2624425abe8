import { entry } from '../../../rule';
import { say } from '../../../text';
import { type Check, change, findsOthers } from '../check';

const KNOWN = ['product', 'category', 'service', 'definition'];

export const logsourceKey: Check<'logsource-key'> = {
  id: 'logsource-key',
  severity: 'warning',
  finds: 'A key that a log source does not have',
  why: 'A log source consists of `product`, `category` and `service`, and a `definition` for people. Other keys have no effect.',
  bad: 'logsource:\n    «catagory»: process_creation\n    product: windows',
  good: 'logsource:\n    category: process_creation\n    product: windows',
  document({ near, tree }, report) {
    const logsource = entry(tree, 'logsource')?.value;
    if (logsource?.kind !== 'map') return;
    for (const { key } of logsource.entries) {
      if (KNOWN.includes(key.text)) continue;
      const meant = near.to(key.text, KNOWN);
      const free = meant && !logsource.entries.some((other) => other.key.text === meant);
      report(
        key.range,
        say`\`${key.text}\` is not a key of a log source.${meant ? say` Did you mean \`${meant}\`?` : ` Write one of ${KNOWN.join(', ')}.`}`,
        free ? findsOthers(change(key.range, meant)) : null,
      );
    }
  },
};
