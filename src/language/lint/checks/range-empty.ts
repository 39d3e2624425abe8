import { say } from '../../../text';
import type { Check } from '../check';
import { togetherIn } from '../together';

export const rangeEmpty: Check<'range-empty'> = {
  id: 'range-empty',
  severity: 'warning',
  finds: 'An empty range of numbers',
  why: 'All lines of a selection have to match together, but no number is between these bounds. Perhaps they were swapped.',
  bad: 'detection:\n    selection:\n        ProcessId|gt: 4000\n        «ProcessId|lt»: 400\n    condition: selection',
  good: 'detection:\n    selection:\n        ProcessId|gt: 400\n        ProcessId|lt: 4000\n    condition: selection',
  rule(rule, report) {
    for (const items of togetherIn(rule)) {
      const bounds = items.flatMap((item) => {
        const [operator] = item.modifiers;
        const [value] = item.item.values;
        const plain =
          item.modifiers.length === 1 && item.item.values.length === 1 && typeof value!.value === 'number';
        return plain && /^[lg]te?$/.test(operator!)
          ? [{ item, operator: operator!, value: value!.value as number }]
          : [];
      });
      for (const upper of bounds) {
        if (!upper.operator.startsWith('l')) continue;
        const lower = bounds.find(
          (b) =>
            b.operator.startsWith('g') &&
            b.item.field === upper.item.field &&
            (b.value > upper.value ||
              (b.value === upper.value && !(b.operator === 'gte' && upper.operator === 'lte'))),
        );
        if (lower)
          report(
            upper.item.keyRange,
            say`No number is above ${lower.value} and below ${upper.value}. Correct the bounds.`,
          );
      }
    }
  },
};
