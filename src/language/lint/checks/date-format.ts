import { say } from '../../../text';
import { type Check, change } from '../check';
import { isoDay } from '../dates';

export const dateFormat: Check<'date-format'> = {
  id: 'date-format',
  severity: 'warning',
  finds: 'A date that is not in the form YYYY-MM-DD',
  why: 'Sigma 1.x wrote dates with slashes. Since 2.0.0 the schema requires ISO 8601, `2026-02-03`, and tools refuse any other form.',
  bad: 'date: «2026/02/03»',
  good: 'date: 2026-02-03',
  document({ meta }, report) {
    for (const key of ['date', 'modified'] as const) {
      const found = meta[key];
      if (!found || found.value.trim() === '' || /^\d{4}-\d\d-\d\d$/.test(found.value)) continue;
      const meant = isoDay(found.value);
      report(
        found.range,
        say`\`${key}\` is not in the form YYYY-MM-DD.${meant ? say` Write \`${meant}\`.` : ''}`,
        meant ? change(found.range, meant) : null,
      );
    }
  },
};
