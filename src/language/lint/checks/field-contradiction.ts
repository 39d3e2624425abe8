import { say } from '../../../text';
import type { Check } from '../check';
import { togetherIn } from '../together';

export const fieldContradiction: Check<'field-contradiction'> = {
  id: 'field-contradiction',
  severity: 'warning',
  finds: 'A field that must be absent and have a value',
  why: 'All lines of a selection have to match together. A field that is null or absent has no value, so the selection never matches.',
  bad: "detection:\n    selection:\n        «CommandLine|exists»: false\n        CommandLine|contains: 'delete catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: 'delete catalog'\n    selection_none:\n        CommandLine|exists: false\n    condition: 1 of selection*",
  rule(rule, report) {
    for (const items of togetherIn(rule))
      for (const item of items) {
        const missing = item.has('exists')
          ? item.item.values.every(({ value }) => value === false)
          : item.modifiers.length === 0 && item.item.values.every(({ value }) => value === null);
        if (!missing) continue;
        const other = items.find(
          (o) =>
            o !== item &&
            o.field === item.field &&
            !o.has('exists') &&
            !o.has('neq') &&
            o.item.values.every(({ value }) => value !== null),
        );
        if (other)
          report(
            item.keyRange,
            say`\`${item.field}\` cannot be absent and have the value \`${other.item.values[0]!.text}\` at once. Write two selections.`,
          );
      }
  },
};
