import { prose } from '../../../text';
import type { Check } from '../check';
import { truthOf } from '../truth';

export const conditionIdlePart: Check<'condition-idle-part'> = {
  id: 'condition-idle-part',
  severity: 'warning',
  finds: 'A part of the condition that has no effect',
  why: 'The condition gives the same result whether this part holds or not, as in `a or (a and b)`. Either the part is left over, or an operator or a name is wrong.',
  bad: "detection:\n    selection:\n        User: backup\n    other:\n        CommandLine|contains: ' --list '\n    condition: selection or (selection and «other»)",
  good: "detection:\n    selection:\n        User: backup\n    other:\n        CommandLine|contains: ' --list '\n    condition: selection and other",
  rule({ plan }, report) {
    if (!plan) return;
    for (const { range } of truthOf(plan)?.idle ?? [])
      report(
        range,
        prose(
          'The condition gives the same result whether this part holds or not. Remove it, or correct the operator.',
        ),
      );
  },
};
