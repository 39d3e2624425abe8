import { prose } from '../../../text';
import type { Check } from '../check';

export const expandNoPlaceholder: Check<'expand-no-placeholder'> = {
  id: 'expand-no-placeholder',
  severity: 'warning',
  finds: '`expand` without a placeholder',
  why: '`expand` replaces `%name%` with values. No value here has a placeholder, so either the percent signs are missing, or the modifier is left over.',
  bad: "detection:\n    selection:\n        User|«expand»: 'backup_accounts'\n    condition: selection",
  good: "detection:\n    selection:\n        User: 'backup_accounts'\n    condition: selection",
  item(item, report) {
    if (!item.has('expand')) return;
    if (!item.values.some(({ text }) => /%[^%\s]+%/.test(text)))
      report(
        item.modifierRange('expand'),
        prose('No value has a placeholder such as `%name%`. Write one, or remove `expand`.'),
      );
  },
};
