import type { Condition } from '../../../rule';
import { printCondition, scalarSource, walkWritten } from '../../../rule';
import { say } from '../../../text';
import { type Check, replace } from '../check';

export const doubleNegation: Check<'double-negation'> = {
  id: 'double-negation',
  severity: 'warning',
  finds: '`not` of `not`',
  why: 'Two `not`s cancel each other out. One is probably left over from an edit. Remove both, or one.',
  bad: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    condition: «not (not selection)»",
  good: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    condition: selection",
  rule({ text, detection }, report) {
    for (const { scalar, tree } of detection.conditions) {
      const visit = (node: Condition): false | undefined => {
        if (node.kind !== 'not' || node.operand.kind !== 'not') return;
        const range = scalarSource(text, scalar, node.range);
        const inner = node.operand.operand;
        const plain = printCondition(inner);
        const written = inner.kind === 'and' || inner.kind === 'or' ? `(${plain})` : plain;
        report(
          range,
          say`The two \`not\`s cancel each other out. Write \`${plain}\`.`,
          replace(say`Change to \`${written}\``, range, written),
        );
        // The inner `not` is reported with this one.
        walkWritten(inner, visit);
        return false;
      };
      if (tree) walkWritten(tree, visit);
    }
  },
};
