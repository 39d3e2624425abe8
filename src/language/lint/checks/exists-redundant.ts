import { say } from '../../../text';
import type { Check } from '../check';
import { togetherIn } from '../together';

export const existsRedundant: Check<'exists-redundant'> = {
  id: 'exists-redundant',
  severity: 'info',
  finds: '`exists: true` beside a value of the same field',
  why: 'A field with that value always exists. The line has no effect, and some backends do not support it.',
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
            say`The other test of \`${item.field}\` already requires the field. Remove this line.`,
          );
      }
  },
};
