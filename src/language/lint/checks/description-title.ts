import { prose } from '../../../text';
import type { Check } from '../check';

export const descriptionTitle: Check<'description-title'> = {
  id: 'description-title',
  severity: 'info',
  finds: 'A description that repeats the title',
  why: 'Readers of the description have already read the title. Say what was seen and why it matters.',
  bad: 'title: Backup Catalog Removed\ndescription: «Backup catalog removed.»',
  good: 'title: Backup Catalog Removed\ndescription: Finds a tool that removes the catalog of backups.',
  document({ meta: { title, description } }, report) {
    const plain = (text: string) => text.trim().toLowerCase().replace(/\.$/, '');
    if (title && description && plain(title.value) !== '' && plain(title.value) === plain(description.value))
      report(description.range, prose('This repeats the title. Say what was seen and why it matters.'));
  },
};
