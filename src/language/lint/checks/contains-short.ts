import { plainText } from '../../../rule';
import type { Check } from '../check';

export const containsShort: Check<'contains-short'> = {
  id: 'contains-short',
  severity: 'warning',
  finds: '`contains` over one or two characters',
  why: 'Two letters stand in nearly every command line and path. The rule then finds far more than is meant; add what stands before and behind, if only blanks.',
  bad: "detection:\n    selection:\n        CommandLine|contains: «'-e'»\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: ' -e '\n    condition: selection",
  value(value, report) {
    const { item, parts, scalar } = value;
    if (item.comparison !== 'contains' || item.field === null || typeof scalar.value !== 'string') return;
    if (item.has('all') || item.has('cased')) return;
    const plain = plainText(parts);
    if (plain === null || plain.length === 0 || plain.length > 2 || !/^[!-~]*[A-Za-z0-9][!-~]*$/.test(plain))
      return;
    report(
      value.range,
      `\`${plain}\` stands in nearly every text. Write more of it, such as the blanks around it.`,
    );
  },
};
