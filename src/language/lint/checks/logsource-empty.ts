import { entry, type YamlNode } from '../../../rule';
import { prose } from '../../../text';
import type { Check } from '../check';
import { LOGSOURCE_KEYS, writtenParts } from '../logsources';

export const logsourceEmpty: Check<'logsource-empty'> = {
  id: 'logsource-empty',
  severity: 'warning',
  finds: 'An empty log source',
  why: 'Without `product`, `category` or `service`, the rule applies to every event, and a backend does not know which index to search.',
  bad: '«logsource:\n    definition: Needs command lines to be logged»',
  good: 'logsource:\n    category: process_creation\n    product: windows\n    definition: Needs command lines to be logged',
  rule({ tree, logsource }, report) {
    const map = entry(tree, 'logsource')?.value;
    // One that cannot be read is reported for that.
    if (map?.kind !== 'map' || LOGSOURCE_KEYS.some((key) => isUnread(entry(map, key)?.value))) return;
    if (logsource.range && writtenParts(logsource).length === 0)
      report(logsource.range, prose('The log source is empty. Add `product`, `category` or `service`.'));
  },
};

function isUnread(node: YamlNode | undefined): boolean {
  return node !== undefined && node.kind !== 'scalar';
}
