import type { CorrelationOperator } from './ast';
import { COMPARISON_SIGNS } from './comparison-signs';

/** The part after `|` in a Sigma 1.x condition. */
export type Aggregation =
  | {
      readonly kind: 'aggregation';
      readonly function: 'count' | 'sum' | 'avg' | 'min' | 'max';
      readonly field: string | null;
      readonly by: readonly string[];
      readonly operator: CorrelationOperator;
      readonly value: string;
    }
  | { readonly kind: 'near'; readonly condition: string };

const FUNCTION =
  /^(count|sum|avg|min|max)\s*\(\s*([^()\s]*)\s*\)\s*(?:(?:by|per)\s+(.+?))?\s*(>=|<=|==|!=|>|<|=)\s*(-?\d+(?:\.\d+)?)$/i;

/** Reads an aggregation expression, with or without its `|`. Null if Sigma 1.x had no such aggregation. */
export function parseAggregation(text: string): Aggregation | null {
  const body = text
    .replace(/^\s*\|/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const near = /^near (.+)$/i.exec(body);
  if (near) return { kind: 'near', condition: near[1]! };
  const match = FUNCTION.exec(body);
  if (!match) return null;
  const by = (match[3] ?? '')
    .split(/[\s,]+/)
    .map((field) => field.trim())
    .filter((field) => field !== '');
  return {
    kind: 'aggregation',
    function: match[1]!.toLowerCase() as 'count',
    field: match[2] || null,
    by,
    operator: COMPARISON_SIGNS.get(match[4]!)!,
    value: match[5]!,
  };
}
