import { entry } from '../../../rule';
import { prose, say } from '../../../text';
import { type Check, replace } from '../check';

export const correlationRulesList: Check<'correlation-rules-list'> = {
  id: 'correlation-rules-list',
  severity: 'info',
  finds: 'A single name instead of a list',
  why: 'The schema of correlations requires lists for `rules` and `group-by`, even with one entry. A single name works here, but tools that check the schema refuse it.',
  bad: 'name: catalog_removed\n---\ncorrelation:\n    type: event_count\n    rules: «catalog_removed»\n    group-by:\n        - User\n    timespan: 5m\n    condition:\n        gte: 10\n',
  good: 'name: catalog_removed\n---\ncorrelation:\n    type: event_count\n    rules:\n        - catalog_removed\n    group-by:\n        - User\n    timespan: 5m\n    condition:\n        gte: 10\n',
  document({ text, kind, tree }, report) {
    const correlation = kind === 'correlation' ? entry(tree, 'correlation')?.value : undefined;
    if (correlation?.kind !== 'map') return;
    for (const name of ['rules', 'group-by']) {
      const value = entry(correlation, name)?.value;
      if (value?.kind !== 'scalar' || value.value === null) continue;
      const written = text.slice(value.range.start, value.range.end);
      // In a list, a comma or a bracket would part or end the name.
      const isSafe = /^(?:[\w.@/-]+|'[^'\n]*'|"[^"\n]*")$/.test(written);
      report(
        value.range,
        say`\`${name}\` has to be a list, with one entry a line.`,
        isSafe ? replace(prose('Change to a list'), value.range, `[${written}]`) : null,
      );
    }
  },
};
