import { say } from '../../../text';
import { type Check, change, findsOthers } from '../check';
import { fieldsOf, isListed } from '../logsources';

export const fieldCase: Check<'field-case'> = {
  id: 'field-case',
  severity: 'warning',
  finds: 'A field name in the wrong case',
  why: 'Field names are case-sensitive. Events of this log source have the field in another case, so the rule does not match them.',
  bad: "detection:\n    selection:\n        «Commandline»|contains: 'delete catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: 'delete catalog'\n    condition: selection",
  item(look, report) {
    const { rule, field, item } = look;
    const known = field === null ? null : fieldsOf(rule.logsource);
    if (!known || known.has(field!)) return;
    const folded = field!.toLowerCase();
    for (const name of known)
      if (name.toLowerCase() === folded) {
        // For a source that the taxonomy does not list, exports may write the first letter in the other case.
        if (name.slice(1) === field!.slice(1) && !isListed(rule.logsource)) return;
        report(
          item.fieldRange,
          say`Field names are case-sensitive. Write \`${name}\`.`,
          look.isBeside(name) ? null : findsOthers(change(item.fieldRange, name)),
        );
        return;
      }
  },
};
