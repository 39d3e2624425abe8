import { prose } from '../../../text';
import type { Check } from '../check';
import { PROGRAMS } from '../paths';

export const pathBeginsWithBackslash: Check<'path-begins-with-backslash'> = {
  id: 'path-begins-with-backslash',
  severity: 'warning',
  finds: 'A path without the drive',
  why: 'Paths in events begin with a drive or a device, such as `C:\\`. A path that begins with a backslash and a folder never matches. `contains` finds it on every drive.',
  bad: "detection:\n    selection:\n        Image|startswith: «'\\Windows\\Temp\\'»\n    condition: selection",
  good: "detection:\n    selection:\n        Image|contains: ':\\Windows\\Temp\\'\n    condition: selection",
  value(value, report) {
    const { item, text } = value;
    if (item.field === null || !PROGRAMS.has(item.field) || item.rule.logsource.product?.value !== 'windows')
      return;
    if (item.comparison !== 'startswith' && (item.comparison !== 'exact' || text.includes('*'))) return;
    if (/^\\(?:Windows|Users|Program|Temp|ProgramData|PerfLogs)\b/i.test(text))
      report(value.range, prose('Paths in events begin with a drive. Write `contains`, or add the drive.'));
  },
};
