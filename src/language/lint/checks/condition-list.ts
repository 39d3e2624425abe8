import { entry } from '../../../rule';
import { prose } from '../../../text';
import type { Check } from '../check';

export const conditionList: Check<'condition-list'> = {
  id: 'condition-list',
  severity: 'info',
  finds: 'Several conditions in a list',
  why: 'Lists of conditions come from Sigma 1.x. The schema of 2.1.0 requires one text. Here they are joined with `or`, so write that.',
  bad: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    other:\n        User: backup\n    «condition»:\n        - selection\n        - other",
  good: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    other:\n        User: backup\n    condition: selection or other",
  document({ tree }, report) {
    for (const name of ['detection', 'filter']) {
      const detection = entry(tree, name)?.value;
      const condition = detection?.kind === 'map' ? entry(detection, 'condition') : undefined;
      if (condition?.value.kind === 'sequence')
        report(condition.key.range, prose('The schema requires a single condition. Join these with `or`.'));
    }
  },
};
