import { say } from '../../../text';
import type { Check } from '../check';

export const containsNumber: Check<'contains-number'> = {
  id: 'contains-number',
  severity: 'warning',
  finds: 'A number compared as text',
  why: 'With `contains` and similar modifiers, a number is compared with the digits of the field: 46 is in 4624, 1460 and 46. Compare ids and ports as whole numbers.',
  bad: 'logsource:\n    product: windows\n    service: security\ndetection:\n    selection:\n        EventID|«contains»: 4624\n    condition: selection',
  good: 'logsource:\n    product: windows\n    service: security\ndetection:\n    selection:\n        EventID: 4624\n    condition: selection',
  item(item, report) {
    const { comparison, field } = item;
    if (comparison === null || comparison === 'exact' || field === null) return;
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
