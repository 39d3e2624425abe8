import type { Check } from '../check';

export const fieldrefSelf: Check<'fieldref-self'> = {
  id: 'fieldref-self',
  severity: 'warning',
  finds: 'A field that is compared with itself',
  why: 'A field is always equal to itself, so this only asks whether it is there. The name of another field is meant.',
  bad: 'detection:\n    selection:\n        Image|fieldref: «Image»\n    condition: selection',
  good: 'detection:\n    selection:\n        Image|fieldref: ParentImage\n    condition: selection',
  value(value, report) {
    const { item, text } = value;
    if (item.field !== null && item.has('fieldref') && text === item.field)
      report(value.range, `\`${text}\` is compared with itself. Write the name of another field.`);
  },
};
