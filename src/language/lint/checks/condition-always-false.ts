import { prose } from '../../../text';
import type { Check } from '../check';
import { truthOf } from '../truth';

export const conditionAlwaysFalse: Check<'condition-always-false'> = {
  id: 'condition-always-false',
  severity: 'error',
  finds: 'A condition that is always false',
  why: 'One part of the condition always rules out another, for example a filter that excludes exactly what the selection matches. Found by trying every combination of the tests.',
  bad: 'detection:\n    selection:\n        User: backup\n    filter_main:\n        User:\n            - backup\n            - service\n    condition: «selection and not filter_main»',
  good: "detection:\n    selection:\n        User: backup\n    filter_main:\n        CommandLine|contains: ' --list '\n    condition: selection and not filter_main",
  rule({ plan }, report) {
    if (plan && truthOf(plan)?.verdict === 'never')
      report(
        plan.condition.range,
        prose(
          'This condition is false for every event: one part rules out what another requires. Correct one of them.',
        ),
      );
  },
};
