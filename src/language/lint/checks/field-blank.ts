import { prose, say } from '../../../text';
import { type Check, findsOthers, replace } from '../check';

export const fieldBlank: Check<'field-blank'> = {
  id: 'field-blank',
  severity: 'error',
  finds: 'A space at the end of a field name',
  why: 'The space is part of the name, and no event has such a field, so it never matches. Usually the space is before the `|` of a modifier.',
  bad: "detection:\n    selection:\n        «CommandLine »|contains: 'delete catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: 'delete catalog'\n    condition: selection",
  item({ field, item }, report) {
    if (field === null || field === field.trim() || field.trim() === '') return;
    report(
      item.fieldRange,
      say`The space is part of the field name. Write \`${field.trim()}\`.`,
      findsOthers(replace(prose('Remove the space'), item.fieldRange, field.trim())),
    );
  },
};
