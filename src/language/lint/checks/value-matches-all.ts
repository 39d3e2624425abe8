import type { Check } from '../check';

export const valueMatchesAll: Check<'value-matches-all'> = {
  id: 'value-matches-all',
  severity: 'warning',
  finds: 'A value that every text passes',
  why: 'Every text contains nothing, and every text is like `*`. The field only has to be there: if that is meant, `exists: true` says it; if not, a value is missing.',
  bad: "detection:\n    selection:\n        CommandLine|contains: «''»\n    condition: selection",
  good: 'detection:\n    selection:\n        CommandLine|exists: true\n    condition: selection',
  value(value, report) {
    const { item, parts, scalar } = value;
    if (item.comparison === null || typeof scalar.value !== 'string') return;
    const open = item.comparison !== 'exact' || parts.length > 0;
    if (open && parts.every((part) => part.kind === 'star'))
      report(
        value.range,
        `Every text passes this, so ${item.words} only has to be there. Write a value, or \`exists: true\`.`,
      );
  },
};
