import type { Check } from '../check';
import { correlationOf } from '../correlations';

export const correlationOneRule: Check<'correlation-one-rule'> = {
  id: 'correlation-one-rule',
  severity: 'warning',
  finds: 'Several rules in time, of which there is one',
  why: '`temporal` asks for different rules within a time. With one rule each of its matches is a firing, and the order says nothing.',
  bad: 'name: catalog_removed\n---\ncorrelation:\n    type: temporal\n    rules:\n        - «catalog_removed»\n    group-by:\n        - User\n    timespan: 5m\n',
  good: 'name: catalog_removed\n---\nname: catalog_listed\n---\ncorrelation:\n    type: temporal\n    rules:\n        - catalog_removed\n        - catalog_listed\n    group-by:\n        - User\n    timespan: 5m\n',
  document(document, report) {
    const correlation = correlationOf(document);
    if (correlation?.type.value.startsWith('temporal') && correlation.rules.length === 1)
      report(
        correlation.rules[0]!.range,
        `\`${correlation.type.value}\` looks for different rules; there is one. Add the others, or write \`event_count\`.`,
      );
  },
};
