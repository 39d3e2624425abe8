import { plainText } from '../../../rule';
import type { Check } from '../check';

export const allExact: Check<'all-exact'> = {
  id: 'all-exact',
  severity: 'warning',
  finds: 'Several whole values at once for one field',
  why: 'Without `contains` and the like each value is the whole field, and one field has one value: `all` of several never matches, but for fields that hold a list. Most likely `contains` is missing.',
  bad: "detection:\n    selection:\n        CommandLine|«all»:\n            - 'delete'\n            - 'catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains|all:\n            - 'delete'\n            - 'catalog'\n    condition: selection",
  item(item, report) {
    if (!item.has('all') || item.comparison !== 'exact' || item.field === null) return;
    const texts = new Set(item.values.map(({ parts }) => plainText(parts)?.toLowerCase() ?? null));
    texts.delete(null);
    if (texts.size > 1)
      report(
        item.modifierRange('all'),
        `\`${item.field}\` would have to be all of these values at once. Add \`contains\`, or remove \`all\`.`,
      );
  },
};
