import { say } from '../../../text';
import type { Check } from '../check';
import { correlationOf } from '../correlations';

export const correlationOneRule: Check<'correlation-one-rule'> = {
  id: 'correlation-one-rule',
  severity: 'warning',
  finds: 'A temporal correlation of a single rule',
  why: '`temporal` requires different rules within the timespan. With one rule, the correlation fires at each match, and the order has no meaning.',
  bad: 'name: catalog_removed\n---\ncorrelation:\n    type: temporal\n    rules:\n        - «catalog_removed»\n    group-by:\n        - User\n    timespan: 5m\n',
  good: 'name: catalog_removed\n---\nname: catalog_listed\n---\ncorrelation:\n    type: temporal\n    rules:\n        - catalog_removed\n        - catalog_listed\n    group-by:\n        - User\n    timespan: 5m\n',
  document(document, report) {
    const correlation = correlationOf(document);
    if (correlation?.type.value.startsWith('temporal') && correlation.rules.length === 1)
      report(
        correlation.rules[0]!.range,
        say`\`${correlation.type.value}\` correlates different rules, but there is only one. Add the others, or write \`event_count\`.`,
      );
  },
};
