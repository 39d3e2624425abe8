import { prose } from '../../../text';
import { type Check, replace } from '../check';

export const titleDot: Check<'title-dot'> = {
  id: 'title-dot',
  severity: 'info',
  finds: 'A title that ends with a full stop',
  why: 'A title is a name, not a sentence. SigmaHQ writes it without a full stop.',
  bad: 'title: Removal Of Backups«.»',
  good: 'title: Removal Of Backups',
  document({ text, meta: { title } }, report) {
    if (!title?.value.endsWith('.')) return;
    const at = text.lastIndexOf('.', title.range.end - 1);
    if (at < title.range.start) return;
    const range = { start: at, end: at + 1 };
    report(
      range,
      prose('A title has no full stop. Remove it.'),
      replace(prose('Remove the full stop'), range, ''),
    );
  },
};
