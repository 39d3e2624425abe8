import { formLabel } from '../../rule';
import type { Asks } from '../miss';
import type { HitNote } from '../trace';

/** Modifiers that say how a field is compared; all others say how a value is read. */
const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['contains', 'contains'],
  ['startswith', 'starts with'],
  ['endswith', 'ends with'],
  ['re', 'matches'],
  ['cidr', 'is in network'],
  ['exists', 'exists'],
  ['lt', '<'],
  ['lte', '≤'],
  ['gt', '>'],
  ['gte', '≥'],
  ['fieldref', 'equals field'],
]);

/** How an item compares: `contains`, `is`. */
export function operatorVerb({ field, modifiers }: Asks): string {
  const main = modifiers.flatMap((m) => OPERATORS.get(m) ?? []);
  if (field === null && main.length === 0) return 'any value contains';
  return main.join(' ') || 'is';
}

/** An item's test in plain words: `contains all of 2`, `ends with any of 3`, `is`. `count`: of how many values it speaks. */
export function operatorWords(asks: Asks, count: number): string {
  const how = asks.modifiers.filter((m) => !OPERATORS.has(m) && m !== 'all' && m !== 'neq');
  const many = count > 1 ? ` ${asks.all ? 'all' : 'any'} of ${count}` : '';
  return `${asks.negated ? 'not: ' : ''}${operatorVerb(asks)}${many}${how.length > 0 ? ` (${how.join(', ')})` : ''}`;
}

/** How a value matched where that is not plain: `base64 offset 2`, `dash –`. */
export function noteWords(notes: readonly HitNote[]): string {
  return notes.map((note) => (note.kind === 'dash' ? `dash ${note.dash}` : formLabel(note))).join(', ');
}
