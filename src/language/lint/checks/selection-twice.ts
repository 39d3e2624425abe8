import type { PlanItem, PlanNode } from '../../../rule';
import { foldBody } from '../../../rule';
import type { Check } from '../check';

export const selectionTwice: Check<'selection-twice'> = {
  id: 'selection-twice',
  severity: 'warning',
  finds: 'Two selections with the same content',
  why: 'They match the same events, so one of them has no effect. Perhaps the second is a copy that was never edited.',
  bad: "detection:\n    selection_img:\n        Image|endswith: '\\backup-tool.exe'\n    «selection_other»:\n        Image|endswith: '\\Backup-Tool.exe'\n    condition: selection_img or selection_other",
  good: "detection:\n    selection_img:\n        Image|endswith: '\\backup-tool.exe'\n    selection_other:\n        Image|endswith: '\\catalog-tool.exe'\n    condition: selection_img or selection_other",
  rule({ plan }, report) {
    if (!plan || plan.selections.length < 2) return;
    const seen = new Map<string, string>();
    for (const { name, range, body } of plan.selections) {
      const key = keyOf(body).toLowerCase();
      const same = seen.get(key);
      if (same === undefined) seen.set(key, name);
      else
        report(
          range,
          `\`${name}\` matches the same events as \`${same}\`. Change one of them, or remove it.`,
        );
    }
  },
};

function keyOf(node: PlanNode): string {
  return foldBody(node, itemKey, (children, _, { kind }) => `${kind}(${children.sort().join(' ')})`);
}

function itemKey({ slot, all, negated, values }: PlanItem): string {
  const keys = values.map(({ variants }) => variants.map(({ predicate }) => predicate.key).join('|'));
  return `${slot} ${all} ${negated} ${values.length}[${keys.sort().join(' ')}]`;
}
