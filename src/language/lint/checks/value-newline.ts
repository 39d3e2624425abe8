import { say } from '../../../text';
import type { Check } from '../check';

export const valueNewline: Check<'value-newline'> = {
  id: 'value-newline',
  severity: 'warning',
  finds: 'A line break at the end of a value',
  why: 'A value written as a block after `|` or `>` ends with a line break, so the field would have to contain it too. `|-` and `>-` leave it out.',
  bad: 'detection:\n    selection:\n        CommandLine|contains: |\n            «delete catalog»\n    condition: selection',
  good: 'detection:\n    selection:\n        CommandLine|contains: |-\n            delete catalog\n    condition: selection',
  value(value, report) {
    const { item, scalar, text } = value;
    if (scalar.style !== 'literal' && scalar.style !== 'folded') return;
    if (text.endsWith('\n') && (item.comparison !== null || item.has('re')))
      report(
        value.at(0, text.trimEnd().length),
        say`The value ends with a line break, which ${item.words} would have to contain. Write \`|-\` or \`>-\`, or quotes.`,
      );
  },
};
