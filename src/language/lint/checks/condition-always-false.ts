import type { Check } from '../check';
import { truthOf } from '../truth';

export const conditionAlwaysFalse: Check<'condition-always-false'> = {
  id: 'condition-always-false',
  severity: 'error',
  finds: 'A condition that holds for no event',
  why: 'Whatever the event, something that the condition asks for is ruled out by another part of it, as where a filter takes away the very thing that is looked for. Decided by trying every combination of the tests.',
  bad: 'detection:\n    selection:\n        User: backup\n    filter_main:\n        User:\n            - backup\n            - service\n    condition: «selection and not filter_main»',
  good: "detection:\n    selection:\n        User: backup\n    filter_main:\n        CommandLine|contains: ' --list '\n    condition: selection and not filter_main",
  rule({ plan }, report) {
    if (plan && truthOf(plan)?.verdict === 'never')
      report(
        plan.condition.range,
        'This holds for no event, whatever is in it: one part rules out what another asks for.',
      );
  },
};
