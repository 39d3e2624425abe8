import { prose } from '../../../text';
import type { Check } from '../check';
import { correlationOf, holds } from '../correlations';

export const correlationFirstEvent: Check<'correlation-first-event'> = {
  id: 'correlation-first-event',
  severity: 'warning',
  finds: 'A count that the first event reaches',
  why: 'A correlation that fires at the first event says no more than the rule alone. You probably mean a larger number.',
  bad: 'name: catalog_removed\n---\ncorrelation:\n    type: event_count\n    rules:\n        - catalog_removed\n    group-by:\n        - User\n    timespan: 5m\n    condition:\n        «gte: 1»\n',
  good: 'name: catalog_removed\n---\ncorrelation:\n    type: event_count\n    rules:\n        - catalog_removed\n    group-by:\n        - User\n    timespan: 5m\n    condition:\n        gte: 10\n',
  document(document, report) {
    const correlation = correlationOf(document);
    if (correlation?.type.value !== 'event_count' || correlation.comparisons.length !== 1) return;
    const [only] = correlation.comparisons;
    if ((only!.operator === 'gte' || only!.operator === 'gt') && holds(only!, 1))
      report(
        only!.range,
        prose(
          'The first event reaches this count, so the correlation says no more than the rule alone. Write a larger number.',
        ),
      );
  },
};
