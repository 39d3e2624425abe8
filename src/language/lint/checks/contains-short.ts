import { plainText } from '../../../rule';
import { say } from '../../../text';
import type { Check } from '../check';

/** Fields whose values are lists of letters, each with a meaning of its own. */
const OF_LETTERS = /flags?$|permission|access|rights|mask|attribute|privilege|capabilit/i;

export const containsShort: Check<'contains-short'> = {
  id: 'contains-short',
  severity: 'info',
  finds: '`contains` with one or two characters',
  why: 'One or two letters also occur inside longer words: `--encoding` contains `-e`. If only this value decides, the rule matches far too much. Add what comes before and after, even if only spaces.',
  bad: "detection:\n    selection:\n        CommandLine|contains: «'-e'»\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: ' -e '\n    condition: selection",
  value(value, report) {
    const { item, parts, scalar } = value;
    if (item.comparison !== 'contains' || item.field === null || typeof scalar.value !== 'string') return;
    if (item.has('all') || item.has('cased') || OF_LETTERS.test(item.field)) return;
    const plain = plainText(parts);
    if (plain === null || plain.length === 0 || plain.length > 2 || !/^[-/]?[A-Za-z0-9]{1,2}$/.test(plain))
      return;
    report(
      value.range,
      say`\`${plain}\` also occurs inside longer words. Write more of the text, such as the spaces around it.`,
    );
  },
};
