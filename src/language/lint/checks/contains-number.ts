import type { Check } from '../check';

export const containsNumber: Check<'contains-number'> = {
  id: 'contains-number',
  severity: 'warning',
  finds: 'A part of a number',
  why: 'With `contains` and the like a number is held against the digits of the field: 46 is found in 4624, 1460 and 46. Ids and ports are compared as wholes.',
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
        `\`${comparison}\` looks at single digits: ${item.item.values[0]!.text} is found inside longer numbers too. Compare the whole number.`,
      );
  },
};
