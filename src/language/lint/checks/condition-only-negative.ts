import type { PlanCondition } from '../../../rule';
import { foldCondition } from '../../../rule';
import { prose } from '../../../text';
import type { Check } from '../check';

export const conditionOnlyNegative: Check<'condition-only-negative'> = {
  id: 'condition-only-negative',
  severity: 'info',
  finds: 'A condition that only excludes',
  why: 'Every part of the condition is negated, so all events of the log source match except those described. A rule should first say what it looks for, and then exclude exceptions.',
  bad: 'detection:\n    filter_main:\n        User: backup\n    condition: «not filter_main»',
  good: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    filter_main:\n        User: backup\n    condition: selection and not filter_main",
  rule({ kind, plan }, report) {
    if (kind === 'detection' && plan && onlyNegative(plan.condition))
      report(
        plan.condition.range,
        prose('This condition only excludes. Add a selection for what the rule looks for.'),
      );
  },
};

function onlyNegative(condition: PlanCondition): boolean {
  return foldCondition<boolean>(condition, {
    selection: () => false,
    not: (child) => !child,
    join: (children) => children.every((negative) => negative),
  });
}
