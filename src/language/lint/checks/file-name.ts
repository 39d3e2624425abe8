import { prose, say } from '../../../text';
import type { Check } from '../check';

export const fileName: Check<'file-name'> = {
  id: 'file-name',
  severity: 'info',
  finds: 'A file name against SigmaHQ’s convention',
  why: 'SigmaHQ’s file names have 10 to 90 lower-case letters, digits and underscores, and end in `.yml`. Files are sorted, compared and linked by name.',
  file: 'Backup Catalog.yaml',
  bad: '«title»: Backup Catalog Removed',
  good: 'title: Backup Catalog Removed',
  text({ fileName, collection }, report) {
    const first = collection.documents[0]?.document.tree.entries[0];
    if (fileName === null || !first || /^[a-z0-9_]{10,90}\.yml$/.test(fileName)) return;
    const stem = fileName.replace(/\.[^.]*$/, '');
    const why = !fileName.endsWith('.yml')
      ? prose('It should end in `.yml`.')
      : /[^a-z0-9_]/.test(stem)
        ? 'Use only lower-case letters, digits and underscores.'
        : prose('It should have 10 to 90 characters before `.yml`.');
    report(first.key.range, say`The file name \`${fileName}\` does not follow SigmaHQ’s convention. ${why}`);
  },
};
