import { fold } from '../../../rule';
import { prose, say } from '../../../text';
import { type Check, replace } from '../check';
import { wholeLine } from '../lines';

export const valueTwice: Check<'value-twice'> = {
  id: 'value-twice',
  severity: 'warning',
  finds: 'The same value twice in a list',
  why: 'The second value has no effect, whatever its case. Perhaps you meant another value.',
  bad: "detection:\n    selection:\n        Image|endswith:\n            - '\\backup-tool.exe'\n            - «'\\Backup-Tool.exe'»\n    condition: selection",
  good: "detection:\n    selection:\n        Image|endswith:\n            - '\\backup-tool.exe'\n            - '\\catalog-tool.exe'\n    condition: selection",
  item(item, report) {
    const folds = item.comparison !== null && !item.has('cased');
    const seen = new Set<string>();
    for (const value of item.values) {
      // The number 1 equals more than its text does.
      const type = value.scalar.value === null ? 'null' : typeof value.scalar.value;
      const key = `${type} ${folds ? fold(value.text) : value.text}`;
      if (seen.has(key)) {
        const line = wholeLine(item.rule.text, value.scalar.range);
        report(
          value.range,
          say`\`${value.text}\` is already in the list. Remove this line.`,
          line && item.item.values.length > 1 ? replace(prose('Remove this line'), line, '') : null,
        );
      }
      seen.add(key);
    }
  },
};
