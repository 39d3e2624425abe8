import { prose } from '../../../text';
import type { Check } from '../check';

export const fieldWildcard: Check<'field-wildcard'> = {
  id: 'field-wildcard',
  severity: 'warning',
  finds: 'A wildcard in a field name',
  why: 'Wildcards work only in values. This rule looks for a field with a star in its name. To search several fields, write a list of maps; to search all, use keywords.',
  bad: "detection:\n    selection:\n        «Target*»|contains: 'backup'\n    condition: selection",
  good: "detection:\n    selection:\n        - User|contains: 'backup'\n        - ParentUser|contains: 'backup'\n    condition: selection",
  item({ field, item }, report) {
    if (field !== null && /[*?]/.test(field))
      report(
        item.fieldRange,
        prose('Wildcards work only in values. For several fields, write a list of maps.'),
      );
  },
};
