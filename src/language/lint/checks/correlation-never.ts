import { prose } from '../../../text';
import type { Check } from '../check';
import { correlationOf, holds } from '../correlations';

export const correlationNever: Check<'correlation-never'> = {
  id: 'correlation-never',
  severity: 'error',
  finds: 'A correlation that never fires',
  why: 'No number satisfies both comparisons, or the count would have to be below one, although it starts with the first event.',
  bad: 'name: catalog_removed\n---\ncorrelation:\n    type: event_count\n    rules:\n        - catalog_removed\n    group-by:\n        - User\n    timespan: 5m\n    condition:\n        «gt: 10»\n        lt: 5\n',
  good: 'name: catalog_removed\n---\ncorrelation:\n    type: event_count\n    rules:\n        - catalog_removed\n    group-by:\n        - User\n    timespan: 5m\n    condition:\n        gt: 5\n        lt: 10\n',
  document(document, report) {
    const correlation = correlationOf(document);
    if (!correlation || correlation.comparisons.length === 0) return;
    const { comparisons, type } = correlation;
    const counts =
      type.value === 'event_count' || type.value === 'value_count' || type.value.startsWith('temporal');
    // Nothing lies between neighbouring bounds, so trying values just beside each is enough.
    const bounds = comparisons.flatMap(({ value }) => [
      value - 1,
      value - 0.5,
      value,
      value + 0.5,
      value + 1,
    ]);
    const possible = bounds.some(
      (n) => (!counts || (n >= 1 && Number.isInteger(n))) && comparisons.every((c) => holds(c, n)),
    );
    const first = counts && comparisons.every((c) => holds(c, 1));
    if (!possible && !first)
      report(comparisons[0]!.range, prose('No number satisfies this. Correct the comparisons.'));
  },
};
