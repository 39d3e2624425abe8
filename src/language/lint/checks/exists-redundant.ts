import type { Check } from '../check';
import { togetherIn } from '../together';

export const existsRedundant: Check<'exists-redundant'> = {
  id: 'exists-redundant',
  severity: 'info',
  finds: '`exists: true` beside a value of the same field',
  why: 'A field that has the value is there. The line adds nothing, and some backends cannot do it.',
  bad: "detection:\n    selection:\n        «CommandLine|exists»: true\n        CommandLine|contains: 'delete catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: 'delete catalog'\n    condition: selection",
  rule(rule, report) {
    for (const items of togetherIn(rule))
      for (const item of items) {
        if (!item.has('exists') || item.item.values.some(({ value }) => value !== true)) continue;
        const asks = items.some(
          (other) =>
            other.field === item.field &&
            !other.has('exists') &&
            !other.has('neq') &&
            other.item.values.every(({ value }) => value !== null),
        );
        if (asks)
          report(
            item.keyRange,
            `The value of \`${item.field}\` beside it asks for the field already. Remove this line.`,
          );
      }
  },
};
