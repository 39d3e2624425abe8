import { say } from '../../../text';
import { type Check, findsOthers, replace } from '../check';
import { LOGSOURCE_KEYS, NAMES, writtenParts } from '../logsources';

export const logsourceMisplaced: Check<'logsource-misplaced'> = {
  id: 'logsource-misplaced',
  severity: 'warning',
  finds: 'A log source name under the wrong key',
  why: 'The taxonomy has this name under another key. As written, the rule covers no events and silently never applies.',
  bad: 'logsource:\n    product: windows\n    «service»: process_creation',
  good: 'logsource:\n    product: windows\n    category: process_creation',
  rule({ text, logsource }, report) {
    for (const { part, value, range } of writtenParts(logsource)) {
      if (NAMES[part].has(value)) continue;
      const right = LOGSOURCE_KEYS.find(
        (other) => other !== part && NAMES[other].has(value) && !logsource[other],
      );
      if (!right) continue;
      const at = text.lastIndexOf(part, range.start);
      if (at < (logsource.range?.start ?? 0)) continue;
      const key = { start: at, end: at + part.length };
      report(
        key,
        say`\`${value}\` is a ${right}, not a ${part}.`,
        findsOthers(replace(say`Change to \`${right}\``, key, right)),
      );
    }
  },
};
