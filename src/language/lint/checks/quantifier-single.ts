import { walkCondition } from '../../../rule';
import { say } from '../../../text';
import type { Check } from '../check';

export const quantifierSingle: Check<'quantifier-single'> = {
  id: 'quantifier-single',
  severity: 'info',
  finds: '`all of` with a single selection',
  why: 'With one selection, there is nothing to join. Perhaps another is missing, or its name does not fit the pattern.',
  bad: "detection:\n    selection_img:\n        Image|endswith: '\\backup-tool.exe'\n    condition: «all of selection_*»",
  good: "detection:\n    selection_img:\n        Image|endswith: '\\backup-tool.exe'\n    selection_cli:\n        CommandLine|contains: 'delete catalog'\n    condition: all of selection_*",
  rule({ plan }, report) {
    if (!plan) return;
    walkCondition(plan.condition, (node) => {
      if (node.kind !== 'every' || node.quantifier === null || node.children.length !== 1) return;
      report(
        node.range,
        say`\`${node.quantifier}\` stands for only one selection. Write its name, or add the others.`,
      );
    });
  },
};
