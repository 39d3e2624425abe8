import { say } from '../../../text';
import type { Check } from '../check';
import { isoDay } from '../dates';

export const modifiedBeforeDate: Check<'modified-before-date'> = {
  id: 'modified-before-date',
  severity: 'warning',
  finds: 'A change before the rule was created',
  why: '`modified` is the day of the last change, `date` the day on which the rule was created. One of them is wrong; perhaps they were swapped.',
  bad: 'date: 2026-02-03\nmodified: «2025-11-20»',
  good: 'date: 2025-11-20\nmodified: 2026-02-03',
  document({ meta: { date, modified } }, report) {
    const made = date && isoDay(date.value);
    const changed = modified && isoDay(modified.value);
    if (made && changed && changed < made)
      report(
        modified.range,
        say`The rule was modified on ${changed}, before it was created on ${made}. Correct one of the dates.`,
      );
  },
};
