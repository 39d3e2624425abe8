import { prose } from '../../../text';
import type { Check } from '../check';

export const descriptionLink: Check<'description-link'> = {
  id: 'description-link',
  severity: 'info',
  finds: 'A link in the description',
  why: 'Links belong under `references`, where tools check them and make them clickable.',
  bad: 'description: Removal of backups, see «https://example.org/reports/backups» for the case.',
  good: 'description: Finds a tool that removes the catalog of backups.\nreferences:\n    - https://example.org/reports/backups',
  document({ text, meta: { description } }, report) {
    const link = description && /https?:\/\/[^\s"'<>)]+/.exec(description.value)?.[0];
    if (!link) return;
    const at = text.indexOf(link, description.range.start);
    const range =
      at >= 0 && at < description.range.end ? { start: at, end: at + link.length } : description.range;
    report(range, prose('Move this link to `references`.'));
  },
};
