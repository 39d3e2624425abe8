import { prose } from '../../../text';
import { type Check, findsOthers, replace } from '../check';

export const nullAsText: Check<'null-as-text'> = {
  id: 'null-as-text',
  severity: 'info',
  finds: 'The word null in quotes',
  why: 'In quotes, `null` is text of four letters. Without quotes, it stands for a field that is absent or null.',
  bad: "detection:\n    selection:\n        ParentImage: «'null'»\n    condition: selection",
  good: 'detection:\n    selection:\n        ParentImage: null\n    condition: selection',
  value({ item, scalar, text, range }, report) {
    if (item.comparison !== 'exact' || item.field === null || typeof scalar.value !== 'string') return;
    if (/^null$/i.test(text) && !item.item.list)
      report(
        range,
        prose('This is the text `null`. For an absent field, write `null` without quotes.'),
        findsOthers(replace(prose('Remove the quotes'), range, 'null')),
      );
  },
};
