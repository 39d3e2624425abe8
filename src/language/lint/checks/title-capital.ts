import { prose } from '../../../text';
import { type Check, replace } from '../check';

export const titleCapital: Check<'title-capital'> = {
  id: 'title-capital',
  severity: 'info',
  finds: 'A title without a capital letter',
  why: 'SigmaHQ writes titles as headings, with capitals: `Removal Of Backups`.',
  bad: 'title: «r»emoval Of Backups',
  good: 'title: Removal Of Backups',
  document({ text, meta: { title } }, report) {
    if (!title || !/^[a-z]+\s/.test(title.value)) return;
    const at = text.indexOf(title.value[0]!, title.range.start);
    if (at < 0 || at > title.range.start + 1) return;
    const range = { start: at, end: at + 1 };
    report(
      range,
      prose('A title begins with a capital letter. Write one.'),
      replace(prose('Write a capital letter'), range, title.value[0]!.toUpperCase()),
    );
  },
};
