import { type Check, replace } from '../check';
import { PROGRAMS } from '../paths';

export const imagePartOfName: Check<'image-part-of-name'> = {
  id: 'image-part-of-name',
  severity: 'info',
  finds: 'The end of a program’s name',
  why: 'Without a backslash before it, `tool.exe` is also the end of `other-tool.exe`. The backslash says that the name begins here.',
  bad: "detection:\n    selection:\n        Image|endswith: «'backup-tool.exe'»\n    condition: selection",
  good: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    condition: selection",
  value(value, report) {
    const { item, text, scalar } = value;
    if (item.comparison !== 'endswith' || item.field === null || !PROGRAMS.has(item.field)) return;
    if (item.rule.logsource.product?.value !== 'windows' || !/^\w[\w-]*\.(?:exe|com|scr)$/i.test(text))
      return;
    const { start } = value.at(0, 0);
    const fix = scalar.style === 'double' ? null : replace('Add the backslash', { start, end: start }, '\\');
    report(
      value.range,
      `\`${text}\` also ends the names of other programs. Write a backslash before it.`,
      fix,
    );
  },
};
