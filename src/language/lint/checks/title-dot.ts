import { type Check, replace } from '../check';

export const titleDot: Check<'title-dot'> = {
  id: 'title-dot',
  severity: 'info',
  finds: 'A title that ends with a full stop',
  why: 'A title is a name and no sentence; SigmaHQ writes it without a full stop.',
  bad: 'title: Removal Of Backups«.»',
  good: 'title: Removal Of Backups',
  document({ text, meta: { title } }, report) {
    if (!title?.value.endsWith('.')) return;
    const at = text.lastIndexOf('.', title.range.end - 1);
    if (at < title.range.start) return;
    const range = { start: at, end: at + 1 };
    report(range, 'A title ends without a full stop.', replace('Remove the full stop', range, ''));
  },
};
