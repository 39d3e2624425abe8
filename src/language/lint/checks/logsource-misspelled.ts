import { type Check, change } from '../check';
import { factsFor, NAMES, writtenParts } from '../logsources';

export const logsourceMisspelled: Check<'logsource-misspelled'> = {
  id: 'logsource-misspelled',
  severity: 'warning',
  finds: 'A misspelled log source',
  why: 'Log source names have to be exact. A misspelled name, or one with capitals, covers no events, so the rule silently never applies.',
  bad: 'logsource:\n    category: «process-creation»\n    product: windows',
  good: 'logsource:\n    category: process_creation\n    product: windows',
  rule({ near, logsource }, report) {
    if (factsFor(logsource).length > 0) return;
    for (const { part, value, range } of writtenParts(logsource)) {
      if (NAMES[part].has(value)) continue;
      const meant = near.to(value, NAMES[part]);
      // Every short name is near some other.
      if (!meant || (value.length < 5 && meant !== value.toLowerCase())) continue;
      report(range, `There is no ${part} \`${value}\`. Did you mean \`${meant}\`?`, change(range, meant));
    }
  },
};
