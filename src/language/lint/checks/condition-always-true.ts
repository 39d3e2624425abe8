import type { Check } from '../check';
import { truthOf } from '../truth';

export const conditionAlwaysTrue: Check<'condition-always-true'> = {
  id: 'condition-always-true',
  severity: 'error',
  finds: 'A condition that holds for every event',
  why: 'Whatever the event, one of the alternatives holds: the rule finds everything of its log source. Decided by trying every combination of the tests.',
  bad: 'detection:\n    selection:\n        User: backup\n    condition: «selection or not selection»',
  good: 'detection:\n    selection:\n        User: backup\n    condition: selection',
  rule({ plan }, report) {
    if (plan && truthOf(plan)?.verdict === 'always')
      report(
        plan.condition.range,
        'This holds for every event, whatever is in it. Something is negated or joined that should not be.',
      );
  },
};
