import { byName } from '../text';
import type { CorrelationOperator } from './ast';

/** The comparisons of a count as signs: what Sigma 1.x wrote, and what people write where 2.x wants a name. */
export const COMPARISON_SIGNS = byName<CorrelationOperator>({
  '>': 'gt',
  '>=': 'gte',
  '<': 'lt',
  '<=': 'lte',
  '=': 'eq',
  '==': 'eq',
  '!=': 'neq',
});
