import type { Check } from '../check';

export const fileName: Check<'file-name'> = {
  id: 'file-name',
  severity: 'info',
  finds: 'A file name that SigmaHQ would not take',
  why: 'SigmaHQ names files by 10 to 90 small letters, digits and underscores, ending in `.yml`: they are sorted, compared and linked to by name.',
  file: 'Backup Catalog.yaml',
  bad: '«title»: Backup Catalog Removed',
  good: 'title: Backup Catalog Removed',
  text({ fileName, collection }, report) {
    const first = collection.documents[0]?.document.tree.entries[0];
    if (fileName === null || !first || /^[a-z0-9_]{10,90}\.yml$/.test(fileName)) return;
    const stem = fileName.replace(/\.[^.]*$/, '');
    const why = !fileName.endsWith('.yml')
      ? 'It should end in `.yml`.'
      : /[^a-z0-9_]/.test(stem)
        ? 'Use small letters, digits and underscores only.'
        : 'It should have from 10 to 90 characters before `.yml`.';
    report(first.key.range, `SigmaHQ would name the file otherwise than \`${fileName}\`. ${why}`);
  },
};
