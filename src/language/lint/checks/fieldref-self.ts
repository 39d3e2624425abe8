import { say } from '../../../text';
import type { Check } from '../check';

export const fieldrefSelf: Check<'fieldref-self'> = {
  id: 'fieldref-self',
  severity: 'warning',
  finds: 'A field compared with itself',
  why: 'A field always equals itself, so this only tests whether it exists. Write the name of another field.',
  bad: 'detection:\n    selection:\n        Image|fieldref: «Image»\n    condition: selection',
  good: 'detection:\n    selection:\n        Image|fieldref: ParentImage\n    condition: selection',
  value(value, report) {
    const { item, text } = value;
    if (item.field !== null && item.has('fieldref') && text === item.field)
      report(value.range, say`\`${text}\` is compared with itself. Write the name of another field.`);
  },
};
