import { walkCondition } from '../../../rule';
import type { Check } from '../check';

export const quantifierSingle: Check<'quantifier-single'> = {
  id: 'quantifier-single',
  severity: 'info',
  finds: '`all of` a pattern that one selection has',
  why: 'With one selection there is nothing to join, and the reader looks for the others. Perhaps one is missing, or its name differs.',
  bad: "detection:\n    selection_img:\n        Image|endswith: '\\backup-tool.exe'\n    condition: «all of selection_*»",
  good: "detection:\n    selection_img:\n        Image|endswith: '\\backup-tool.exe'\n    selection_cli:\n        CommandLine|contains: 'delete catalog'\n    condition: all of selection_*",
  rule({ plan }, report) {
    if (!plan) return;
    walkCondition(plan.condition, (node) => {
      if (node.kind !== 'every' || node.quantifier === null || node.children.length !== 1) return;
      report(node.range, `\`${node.quantifier}\` stands for one selection only. Name it, or add the others.`);
    });
  },
};
