import { prose } from '../../../text';
import type { Check } from '../check';

export const titleDetects: Check<'title-detects'> = {
  id: 'title-detects',
  severity: 'info',
  finds: 'A title that begins with “Detects”',
  why: 'Every rule detects something. The title becomes the name of an alert, so it says what was seen. SigmaHQ uses “Detects” only in the description.',
  bad: 'title: «Detects» Removal Of Backups',
  good: 'title: Removal Of Backups',
  document({ meta: { title } }, report) {
    const word = title && /^(?:detects?|detection of|detecting)\b/i.exec(title.value)?.[0];
    if (!word) return;
    const quoted = title.range.end - title.range.start > title.value.length ? 1 : 0;
    const start = title.range.start + quoted;
    report(
      { start, end: start + word.length },
      prose('Every rule detects something. Begin the title with what was seen.'),
    );
  },
};
