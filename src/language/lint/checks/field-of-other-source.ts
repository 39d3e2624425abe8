import { LOGSOURCES } from '../../../knowledge';
import { say } from '../../../text';
import type { Check } from '../check';
import { ALL_FIELDS, fieldsOf, isListed } from '../logsources';

export const fieldOfOtherSource: Check<'field-of-other-source'> = {
  id: 'field-of-other-source',
  severity: 'info',
  finds: 'A field of other log sources',
  why: 'The taxonomy lists the field for other log sources only. Unless a tool adds it, no event has it and it never matches.',
  bad: "detection:\n    selection:\n        «TargetFilename»|endswith: '\\backup-tool.exe'\n    condition: selection",
  good: "logsource:\n    category: file_event\n    product: windows\ndetection:\n    selection:\n        TargetFilename|endswith: '\\backup-tool.exe'\n    condition: selection",
  item({ rule, field, item }, report) {
    const known =
      field === null || !ALL_FIELDS.has(field) || !isListed(rule.logsource) ? null : fieldsOf(rule.logsource);
    if (!known || known.has(field!)) return;
    if (rule.logsource.category?.value === 'process_creation' && field!.startsWith('NewProcess')) return;
    const folded = field!.toLowerCase();
    for (const name of known) if (name.toLowerCase() === folded) return;
    const owner = LOGSOURCES.find(({ fields }) => fields.includes(field!))!;
    const names = [owner.product, owner.category ?? owner.service].filter(Boolean).join('/');
    report(
      item.fieldRange,
      say`\`${field}\` is a field of other log sources, such as ${names}. Events of this log source are not known to have it.`,
    );
  },
};
