import { plainText } from '../../../rule';
import { say } from '../../../text';
import type { Check } from '../check';

/** Windows itself writes blanks at the end of these: `User32 `, `NtLmSsp `. */
const PADDED = new Set(['logonprocessname']);
/** What is started from the desktop has a space at its end. */
const STARTED = /commandline$/i;

export const valueBlankEnd: Check<'value-blank-end'> = {
  id: 'value-blank-end',
  severity: 'info',
  finds: 'A space at the end of a value',
  why: 'Command lines and paths are usually recorded without spaces at their ends. A space makes sense with `contains`, where more text follows. Here the field itself has to begin or end with it.',
  bad: "detection:\n    selection:\n        Image|endswith: «'\\backup-tool.exe '»\n    condition: selection",
  good: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    condition: selection",
  value(value, report) {
    const { item, parts, scalar } = value;
    const { comparison } = item;
    if (comparison === null || comparison === 'contains' || typeof scalar.value !== 'string') return;
    if (PADDED.has(item.field?.toLowerCase() ?? '')) return;
    const text = plainText(parts);
    if (text === null || text.trim() === '' || !/^\s|\s$/.test(text)) return;
    const front = comparison !== 'endswith' && text !== text.trimStart();
    const ends = comparison !== 'startswith' && text !== text.trimEnd();
    const back = ends && !STARTED.test(item.field ?? '');
    if (front || back)
      report(
        value.range,
        say`The field itself would have to ${back ? 'end' : 'begin'} with this space. Remove it, or write \`contains\`.`,
      );
  },
};
