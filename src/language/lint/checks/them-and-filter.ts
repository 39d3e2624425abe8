import { scalarSource, walkWritten } from '../../../rule';
import { prose } from '../../../text';
import type { Check } from '../check';

export const themAndFilter: Check<'them-and-filter'> = {
  id: 'them-and-filter',
  severity: 'warning',
  finds: '`of them` in a rule with filters',
  why: '`them` stands for every selection, including filters, so what a filter was meant to exclude counts as a match. Use a pattern such as `selection_*` for the others.',
  bad: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    filter_main:\n        User: backup\n    condition: 1 of «them»",
  good: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    filter_main:\n        User: backup\n    condition: 1 of selection* and not 1 of filter_*",
  rule({ text, detection, items }, report) {
    const filters = new Set(detection.selections.filter(({ name }) => /^filters?(?:$|_|\d)/i.test(name)));
    if (filters.size === 0) return;
    // A filter written with `neq` is already negated, and belongs to what has to match.
    const negated = items.every(
      ({ selection, modifiers }) => !filters.has(selection) || modifiers.includes('neq'),
    );
    if (!detection.selections.some(({ name }) => !/^[_f]/i.test(name))) return;
    for (const { scalar, tree } of detection.conditions) {
      if (!tree) continue;
      walkWritten(tree, (node) => {
        if (node.kind !== 'quantifier' || node.pattern !== 'them') return;
        if (negated && node.every) return;
        const { start, end } = scalarSource(text, scalar, node.patternRange);
        report(
          { start, end },
          prose(
            '`them` includes the filters. Use a pattern for the selections, and put the filters after `not`.',
          ),
        );
      });
    }
  },
};
