import { say } from '../../../text';
import { type Check, change, findsOthers } from '../check';
import { ALL_FIELDS, fieldsOf, isListed } from '../logsources';

export const fieldMisspelled: Check<'field-misspelled'> = {
  id: 'field-misspelled',
  severity: 'warning',
  finds: 'A misspelled field name',
  why: 'Events of this log source have no field with this name, but one that differs by a letter or two. A field that no event has never matches.',
  bad: "detection:\n    selection:\n        «ComandLine»|contains: 'delete catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: 'delete catalog'\n    condition: selection",
  item(look, report) {
    const { rule, field, item } = look;
    const known = field === null || ALL_FIELDS.has(field) ? null : fieldsOf(rule.logsource);
    // Every short name is near some other.
    if (!known || known.has(field!) || field!.length < 5 || field !== field!.trim()) return;
    const meant = rule.near.to(field!, known);
    if (!meant || meant.toLowerCase() === field!.toLowerCase()) return;
    // With more letters between them it is another field, such as that of the parent.
    if (Math.abs(meant.length - field!.length) > 2) return;
    // If only other rules show which fields exist, accept only a slip of one letter.
    if (!isListed(rule.logsource) && !isSlip(field!, meant)) return;
    // A rule that has both means two fields.
    if (look.isBeside(meant)) return;
    report(
      item.fieldRange,
      say`Events of this log source have no field \`${field}\`. Did you mean \`${meant}\`?`,
      findsOthers(change(item.fieldRange, meant)),
    );
  },
};

/** True if one letter is missing, added or changed, or two are swapped. */
function isSlip(written: string, meant: string): boolean {
  const [a, b] = [written.toLowerCase(), meant.toLowerCase()];
  let front = 0;
  while (front < a.length && a[front] === b[front]) front++;
  const [x, y] = [a.slice(front), b.slice(front)];
  return (
    x.slice(1) === y ||
    x === y.slice(1) ||
    x.slice(1) === y.slice(1) ||
    (x.slice(2) === y.slice(2) && x[0] === y[1] && x[1] === y[0])
  );
}
