import { type Check, replace } from '../check';

export const fieldBlank: Check<'field-blank'> = {
  id: 'field-blank',
  severity: 'error',
  finds: 'A blank at the end of a field name',
  why: 'The blank is part of the name, and no event has such a field: the rule can never match there. Most often it stands before the bar of a modifier.',
  bad: "detection:\n    selection:\n        «CommandLine »|contains: 'delete catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: 'delete catalog'\n    condition: selection",
  item({ field, item }, report) {
    if (field === null || field === field.trim() || field.trim() === '') return;
    report(
      item.fieldRange,
      `The blank belongs to the name of the field. Write \`${field.trim()}\`.`,
      replace('Remove the blank', item.fieldRange, field.trim()),
    );
  },
};
