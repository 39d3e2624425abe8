import type { PlanCondition, PlanNode } from '../../../rule';
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
    const walk = (node: PlanCondition): void => {
      if (node.kind === 'selection') return;
      const [child] = node.children;
      if (
        node.kind === 'not' &&
        child?.kind === 'selection' &&
        onlyNegated(plan.selections[child.selection]!.body)
      )
        report(node.range, 'The selection is negated already, by `neq`. Remove one of the two.');
      for (const one of node.children) walk(one);
    };
    walk(plan.condition);
  },
};

function onlyNegated(node: PlanNode): boolean {
  return node.kind === 'item' ? node.negated : node.children.length > 0 && node.children.every(onlyNegated);
}
