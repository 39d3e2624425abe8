import { type Check, replace } from '../check';

export const nullAsText: Check<'null-as-text'> = {
  id: 'null-as-text',
  severity: 'info',
  finds: 'The word null in quotes',
  why: 'In quotes it is a text of four letters, which an event that lacks the field does not have. Without quotes it stands for a field that is missing or null.',
  bad: "detection:\n    selection:\n        ParentImage: «'null'»\n    condition: selection",
  good: 'detection:\n    selection:\n        ParentImage: null\n    condition: selection',
  value({ item, scalar, text, range }, report) {
    if (item.comparison !== 'exact' || item.field === null || typeof scalar.value !== 'string') return;
    if (/^null$/i.test(text) && !item.item.list)
      report(
        range,
        'This is the text `null`. For a field that is missing write `null` without quotes.',
        replace('Remove the quotes', range, 'null'),
      );
  },
};
