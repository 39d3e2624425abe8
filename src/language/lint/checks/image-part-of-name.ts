import { prose, say } from '../../../text';
import { type Check, findsOthers, replace } from '../check';
import { PROGRAMS } from '../paths';

/** What names end with in several variants: `tool_x64.exe`, `tool32.exe`. */
const OF_ENDS = /^(?:_|x?(?:32|64|86)\.|amd64\.|arm64\.|\d+\.)/i;

export const imagePartOfName: Check<'image-part-of-name'> = {
  id: 'image-part-of-name',
  severity: 'info',
  finds: 'A program name without a backslash before it',
  why: 'Without a backslash before it, `tool.exe` also matches `other-tool.exe`. The backslash marks the beginning of the name.',
  bad: "detection:\n    selection:\n        Image|endswith: «'backup-tool.exe'»\n    condition: selection",
  good: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    condition: selection",
  value(value, report) {
    const { item, text, scalar } = value;
    if (item.comparison !== 'endswith' || item.field === null || !PROGRAMS.has(item.field)) return;
    if (item.rule.logsource.product?.value !== 'windows' || !/^\w[\w-]*\.(?:exe|com|scr)$/i.test(text))
      return;
    if (OF_ENDS.test(text)) return;
    const { start } = value.at(0, 0);
    const fix =
      scalar.style === 'double'
        ? null
        : findsOthers(replace(prose('Add the backslash'), { start, end: start }, '\\'));
    report(
      value.range,
      say`\`${text}\` also matches the names of other programs that end with it. Write a backslash before it.`,
      fix,
    );
  },
};
