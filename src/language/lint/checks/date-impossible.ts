import { say } from '../../../text';
import type { Check } from '../check';
import { isDay } from '../dates';

export const dateImpossible: Check<'date-impossible'> = {
  id: 'date-impossible',
  severity: 'warning',
  finds: 'A date that does not exist',
  why: 'The date has the right form, but the calendar has no such day. Tools that parse dates refuse the rule.',
  bad: 'date: «2026-02-30»',
  good: 'date: 2026-02-28',
  document({ meta }, report) {
    for (const key of ['date', 'modified'] as const) {
      const found = meta[key];
      if (found && /^\d{4}-\d\d-\d\d$/.test(found.value) && !isDay(found.value))
        report(found.range, say`The day ${found.value} does not exist. Correct the date.`);
    }
  },
};
