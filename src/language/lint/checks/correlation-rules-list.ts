import { entry } from '../../../rule';
import { type Check, replace } from '../check';

export const correlationRulesList: Check<'correlation-rules-list'> = {
  id: 'correlation-rules-list',
  severity: 'info',
  finds: 'A single rule where the schema wants a list',
  why: 'The schema of correlations wants `rules` and `group-by` to be lists, of one entry too. A single name is read here; tools that check the schema refuse it.',
  bad: 'name: catalog_removed\n---\ncorrelation:\n    type: event_count\n    rules: «catalog_removed»\n    group-by:\n        - User\n    timespan: 5m\n    condition:\n        gte: 10\n',
  good: 'name: catalog_removed\n---\ncorrelation:\n    type: event_count\n    rules:\n        - catalog_removed\n    group-by:\n        - User\n    timespan: 5m\n    condition:\n        gte: 10\n',
  document({ text, kind, tree }, report) {
    const correlation = kind === 'correlation' ? entry(tree, 'correlation')?.value : undefined;
    if (correlation?.kind !== 'map') return;
    for (const name of ['rules', 'group-by']) {
      const value = entry(correlation, name)?.value;
      if (value?.kind !== 'scalar' || value.value === null) continue;
      const written = text.slice(value.range.start, value.range.end);
      report(
        value.range,
        `\`${name}\` has to be a list: \`[${written}]\`.`,
        replace('Make it a list', value.range, `[${written}]`),
      );
    }
  },
};
