import { scalarSource, walkWritten } from '../../../rule';
import { prose } from '../../../text';
import { type Check, replace } from '../check';

export const conditionPrecedence: Check<'condition-precedence'> = {
  id: 'condition-precedence',
  severity: 'info',
  finds: '`and` and `or` without parentheses',
  why: '`and` binds more tightly than `or`: `a or b and c` means `a or (b and c)`. Parentheses make this clear.',
  bad: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    other:\n        User: backup\n    third:\n        CommandLine|contains: 'delete catalog'\n    condition: selection or «other and third»",
  good: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    other:\n        User: backup\n    third:\n        CommandLine|contains: 'delete catalog'\n    condition: selection or (other and third)",
  rule({ text, detection }, report) {
    for (const { scalar, tree } of detection.conditions) {
      if (!tree) continue;
      walkWritten(tree, (node) => {
        if (node.kind !== 'or') return;
        for (const operand of node.operands) {
          if (operand.kind !== 'and' || scalar.text[operand.range.start] === '(') continue;
          const range = scalarSource(text, scalar, operand.range);
          const written = text.slice(range.start, range.end);
          report(
            range,
            prose(
              'This part belongs together, because `and` binds more tightly than `or`. Add parentheses to make it clear.',
            ),
            replace(prose('Add parentheses'), range, `(${written})`),
          );
        }
      });
    }
  },
};
