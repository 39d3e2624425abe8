import type { PlanNode } from '../../../rule';
import { foldBody, walkCondition } from '../../../rule';
import type { Check } from '../check';

export const neqNegated: Check<'neq-negated'> = {
  id: 'neq-negated',
  severity: 'warning',
  finds: '`not` of a selection of `neq`',
  why: '`neq` says no already. Negated once more, the selection asks for the very values that it names, which is rarely what a filter is for.',
  bad: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    filter_main:\n        User|neq: backup\n    condition: selection and «not filter_main»",
  good: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    filter_main:\n        User: backup\n    condition: selection and not filter_main",
  rule({ plan }, report) {
    if (!plan) return;
    walkCondition(plan.condition, (node) => {
      if (node.kind !== 'not') return;
      const [child] = node.children;
      if (child.kind === 'selection' && onlyNegated(plan.selections[child.selection]!.body))
        report(node.range, 'The selection is negated already, by `neq`. Remove one of the two.');
    });
  },
};

function onlyNegated(node: PlanNode): boolean {
  return foldBody(
    node,
    ({ negated }) => negated,
    (children) => children.length > 0 && children.every((negated) => negated),
  );
}
