import { type Check, change } from '../check';
import { fieldsOf } from '../logsources';

export const fieldCase: Check<'field-case'> = {
  id: 'field-case',
  severity: 'warning',
  finds: 'A field name that differs from a known one only in case',
  why: 'Field names are compared letter by letter. Events of this log source have the field, written otherwise, and the rule finds none.',
  bad: "detection:\n    selection:\n        «Commandline»|contains: 'delete catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: 'delete catalog'\n    condition: selection",
  item(look, report) {
    const { rule, field, item } = look;
    const known = field === null ? null : fieldsOf(rule.logsource);
    if (!known || known.has(field!)) return;
    const folded = field!.toLowerCase();
    for (const name of known)
      if (name.toLowerCase() === folded) {
        report(
          item.fieldRange,
          `The field is written \`${name}\`; case matters in field names.`,
          look.isBeside(name) ? null : change(item.fieldRange, name),
        );
        return;
      }
  },
};
