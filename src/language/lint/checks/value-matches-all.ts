import { say } from '../../../text';
import type { Check } from '../check';

export const valueMatchesAll: Check<'value-matches-all'> = {
  id: 'value-matches-all',
  severity: 'warning',
  finds: 'A value that matches every text',
  why: 'Every text contains the empty text, and `*` matches everything. In a list, such a value makes the others useless. The field only has to exist: if you mean that, write `exists: true`, or a star alone; otherwise a value is missing.',
  bad: "detection:\n    selection:\n        CommandLine|contains: «''»\n    condition: selection",
  good: 'detection:\n    selection:\n        CommandLine|exists: true\n    condition: selection',
  value(value, report) {
    const { item, parts, scalar } = value;
    if (item.comparison === null || typeof scalar.value !== 'string') return;
    // A single star requires text, which is more than that the field exists: it may not be null.
    const { length } = item.item.values;
    if (length === 1 && /^\*+$/.test(value.text)) return;
    const open = item.comparison !== 'exact' || parts.length > 0;
    if (open && parts.every((part) => part.kind === 'star'))
      report(
        value.range,
        say`This matches every text, so ${item.words} only has to exist. Write a value, or \`exists: true\`.`,
      );
  },
};
