import type { PlanNode } from '../../../rule';
import { foldBody, walkCondition } from '../../../rule';
import { prose } from '../../../text';
import type { Check } from '../check';

export const neqNegated: Check<'neq-negated'> = {
  id: 'neq-negated',
  severity: 'warning',
  finds: '`not` before a selection with `neq`',
  why: '`neq` already negates. Negated again, the selection requires the very values that it lists, which a filter rarely intends.',
  bad: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    filter_main:\n        User|neq: backup\n    condition: selection and «not filter_main»",
  good: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    filter_main:\n        User: backup\n    condition: selection and not filter_main",
  rule({ plan }, report) {
    if (!plan) return;
    walkCondition(plan.condition, (node) => {
      if (node.kind !== 'not') return;
      const [child] = node.children;
      if (child.kind === 'selection' && onlyNegated(plan.selections[child.selection]!.body))
        report(node.range, prose('`neq` already negates the selection. Remove `neq` or `not`.'));
    });
  },
};

function onlyNegated(node: PlanNode): boolean {
  return foldBody<PlanNode, boolean>(
    node,
    ({ negated }) => negated,
    (children) => children.length > 0 && children.every((negated) => negated),
    () => false,
  );
}
