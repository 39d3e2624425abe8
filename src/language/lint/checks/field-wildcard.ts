import type { Check } from '../check';

export const fieldWildcard: Check<'field-wildcard'> = {
  id: 'field-wildcard',
  severity: 'warning',
  finds: 'A wildcard in the name of a field',
  why: 'Wildcards work in values only: this looks for a field with a star in its name. To look in several fields, write a list of maps; to look everywhere, use keywords.',
  bad: "detection:\n    selection:\n        «Target*»|contains: 'backup'\n    condition: selection",
  good: "detection:\n    selection:\n        - User|contains: 'backup'\n        - ParentUser|contains: 'backup'\n    condition: selection",
  item({ field, item }, report) {
    if (field !== null && /[*?]/.test(field))
      report(
        item.fieldRange,
        'Wildcards work in values only; this is the name of one field. Write a list of maps for several fields.',
      );
  },
};
