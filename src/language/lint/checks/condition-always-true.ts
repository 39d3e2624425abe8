import { prose } from '../../../text';
import type { Check } from '../check';
import { truthOf } from '../truth';

export const conditionAlwaysTrue: Check<'condition-always-true'> = {
  id: 'condition-always-true',
  severity: 'error',
  finds: 'A condition that is always true',
  why: 'One of the alternatives holds for every event, so the rule matches everything in its log source. Found by trying every combination of the tests.',
  bad: 'detection:\n    selection:\n        User: backup\n    condition: «selection or not selection»',
  good: 'detection:\n    selection:\n        User: backup\n    condition: selection',
  rule({ plan }, report) {
    if (plan && truthOf(plan)?.verdict === 'always')
      report(
        plan.condition.range,
        prose('This condition is true for every event. Check for a wrong `not` or `or`.'),
      );
  },
};
