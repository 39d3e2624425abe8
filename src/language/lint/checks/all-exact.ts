import { plainText } from '../../../rule';
import { say } from '../../../text';
import type { Check } from '../check';

export const allExact: Check<'all-exact'> = {
  id: 'all-exact',
  severity: 'warning',
  finds: '`all` with several whole values',
  why: 'Without a modifier such as `contains`, each value has to equal the whole field. A field has one value, so `all` never matches several, unless the field holds a list. Probably `contains` is missing.',
  bad: "detection:\n    selection:\n        CommandLine|«all»:\n            - 'delete'\n            - 'catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains|all:\n            - 'delete'\n            - 'catalog'\n    condition: selection",
  item(item, report) {
    if (!item.has('all') || item.comparison !== 'exact' || item.field === null) return;
    const texts = new Set(item.values.map(({ parts }) => plainText(parts)?.toLowerCase() ?? null));
    texts.delete(null);
    if (texts.size > 1)
      report(
        item.modifierRange('all'),
        say`\`${item.field}\` would have to equal all of these values at once. Add \`contains\`, or remove \`all\`.`,
      );
  },
};
