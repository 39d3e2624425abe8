import { say } from '../../../text';
import type { Check } from '../check';

/** Fields of texts, in which digits are searched for like any others. */
const OF_TEXT =
  /command|line|image|path|file|name|ur[il]|quer|message|text|script|arg|user|host|key|object|details|data|payload|hash|title|agent|body|content/i;

export const containsNumber: Check<'contains-number'> = {
  id: 'contains-number',
  severity: 'warning',
  finds: 'A number compared as text',
  why: 'With `contains` and similar modifiers, a number is compared with the digits of the field: 46 is in 4624, 1460 and 46. Compare ids and ports as whole numbers.',
  bad: 'logsource:\n    product: windows\n    service: security\ndetection:\n    selection:\n        EventID|«contains»: 4624\n    condition: selection',
  good: 'logsource:\n    product: windows\n    service: security\ndetection:\n    selection:\n        EventID: 4624\n    condition: selection',
  item(item, report) {
    const { comparison, field } = item;
    if (comparison === null || comparison === 'exact' || field === null || OF_TEXT.test(field)) return;
    if (
      item.item.values.every(({ value }) => typeof value === 'number') ||
      /^(?:EventID|\w*Port)$/.test(field)
    )
      report(
        item.modifierRange(comparison),
        say`\`${comparison}\` compares digits: ${item.item.values[0]!.text} also occurs in longer numbers. Compare the whole number.`,
      );
  },
};
