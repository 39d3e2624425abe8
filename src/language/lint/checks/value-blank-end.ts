import { plainText } from '../../../rule';
import type { Check } from '../check';

export const valueBlankEnd: Check<'value-blank-end'> = {
  id: 'value-blank-end',
  severity: 'info',
  finds: 'A blank at an end that is held against the end of the field',
  why: 'Command lines and paths are mostly recorded without blanks at their ends. A blank in a value is right with `contains`, where more follows; here the field itself would have to end or begin with it.',
  bad: "detection:\n    selection:\n        Image|endswith: «'\\backup-tool.exe '»\n    condition: selection",
  good: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    condition: selection",
  value(value, report) {
    const { item, parts, scalar } = value;
    const { comparison } = item;
    if (comparison === null || comparison === 'contains' || typeof scalar.value !== 'string') return;
    const text = plainText(parts);
    if (text === null || text.trim() === '' || !/^\s|\s$/.test(text)) return;
    const front = comparison !== 'endswith' && text !== text.trimStart();
    const back = comparison !== 'startswith' && text !== text.trimEnd();
    if (front || back)
      report(
        value.range,
        `The field itself would have to ${back ? 'end' : 'begin'} with this blank. Remove it, or write \`contains\`.`,
      );
  },
};
