import { type Check, change } from '../check';
import { factsFor, NAMES, writtenParts } from '../logsources';

export const logsourceMisspelled: Check<'logsource-misspelled'> = {
  id: 'logsource-misspelled',
  severity: 'warning',
  finds: 'A log source that is nearly one of the taxonomy',
  why: 'Log sources are compared letter by letter. One that is misspelled, or written with capitals, is covered by no events, and the rule is silently not applied.',
  bad: 'logsource:\n    category: «process-creation»\n    product: windows',
  good: 'logsource:\n    category: process_creation\n    product: windows',
  rule({ near, logsource }, report) {
    if (factsFor(logsource).length > 0) return;
    for (const { part, value, range } of writtenParts(logsource)) {
      if (NAMES[part].has(value)) continue;
      const meant = near.to(value, NAMES[part]);
      // Of a short name every other one is near.
      if (!meant || (value.length < 5 && meant !== value.toLowerCase())) continue;
      report(range, `No ${part} \`${value}\` is known. Did you mean \`${meant}\`?`, change(range, meant));
    }
  },
};
