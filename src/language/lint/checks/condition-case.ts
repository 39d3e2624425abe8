import { scalarSource, tokenize } from '../../../rule';
import { say } from '../../../text';
import { type Check, replace } from '../check';

export const conditionCase: Check<'condition-case'> = {
  id: 'condition-case',
  severity: 'info',
  finds: 'Operators of a condition in capitals',
  why: 'The specification writes `and`, `or` and `not` in lower case. Here any case works, but other tools take `NOT` for the name of a selection.',
  bad: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    filter_main:\n        User: backup\n    condition: selection «AND» «NOT» filter_main",
  good: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    filter_main:\n        User: backup\n    condition: selection and not filter_main",
  rule({ text, detection }, report) {
    for (const { scalar } of detection.conditions) {
      if (scalar.text.length > 100_000) continue;
      for (const { kind, text: word, range } of tokenize(scalar.text)) {
        if ((kind !== 'and' && kind !== 'or' && kind !== 'not') || word === kind) continue;
        const place = scalarSource(text, scalar, range);
        report(place, say`Write \`${kind}\` in lower case.`, replace(say`Write \`${kind}\``, place, kind));
      }
    }
  },
};
