import { say } from '../../../text';
import { type Check, change, findsOthers } from '../check';
import { factsFor, NAMES, writtenParts } from '../logsources';

export const logsourceMisspelled: Check<'logsource-misspelled'> = {
  id: 'logsource-misspelled',
  severity: 'warning',
  finds: 'A misspelled log source',
  why: 'A name that the taxonomy does not have selects no events. A rule for a misspelled product never applies. A misspelled category or service excludes nothing here, so the rule applies to events that it is not for. Other tools also require the right case, and refuse such a rule or never apply it.',
  bad: 'logsource:\n    category: «process-creation»\n    product: windows',
  good: 'logsource:\n    category: process_creation\n    product: windows',
  rule({ near, logsource }, report) {
    if (factsFor(logsource).length > 0) return;
    for (const { part, value, range } of writtenParts(logsource)) {
      if (NAMES[part].has(value)) continue;
      const meant = near.to(value, NAMES[part]);
      // Every short name is near some other.
      if (!meant || (value.length < 5 && meant !== value.toLowerCase())) continue;
      // Here log sources are compared without case.
      if (meant === value.toLowerCase())
        report(
          range,
          say`The taxonomy writes \`${meant}\`, and other tools require the same case.`,
          change(range, meant),
        );
      else
        report(
          range,
          say`There is no ${part} \`${value}\`. Did you mean \`${meant}\`?`,
          findsOthers(change(range, meant)),
        );
    }
  },
};
