import type { Check } from '../check';
import { isDay } from '../dates';

export const dateImpossible: Check<'date-impossible'> = {
  id: 'date-impossible',
  severity: 'warning',
  finds: 'A day that no calendar has',
  why: 'The date has the right form, but there is no such day. Tools that read it as a date refuse the rule.',
  bad: 'date: «2026-02-30»',
  good: 'date: 2026-02-28',
  document({ meta }, report) {
    for (const key of ['date', 'modified'] as const) {
      const found = meta[key];
      if (found && /^\d{4}-\d\d-\d\d$/.test(found.value) && !isDay(found.value))
        report(found.range, `No calendar has the day ${found.value}.`);
    }
  },
};
