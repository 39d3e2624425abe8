import type { CorrelationRule, CountComparison } from '../../rule';
import type { DocumentContext } from './context';

/** The correlation of a document; null if it is not one, or could not be read. */
export function correlationOf({ kind, range, collection }: DocumentContext): CorrelationRule | null {
  if (kind !== 'correlation') return null;
  const found = collection.documents.find(({ document }) => document.range === range)?.document;
  return found?.kind === 'correlation' ? found.correlation : null;
}

/** True if a number satisfies a comparison. */
export function holds({ operator, value }: CountComparison, number: number): boolean {
  switch (operator) {
    case 'gt':
      return number > value;
    case 'gte':
      return number >= value;
    case 'lt':
      return number < value;
    case 'lte':
      return number <= value;
    case 'eq':
      return number === value;
    case 'neq':
      return number !== value;
  }
}
