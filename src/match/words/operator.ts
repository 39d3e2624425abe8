import { formLabel } from '../../rule';
import type { Asks } from '../miss';
import type { HitNote } from '../trace';

interface Verb {
  readonly is: string;
  readonly isNot: string;
}

/** Modifiers that say how a field is compared; all others say how a value is read. */
const VERBS: ReadonlyMap<string, Verb> = new Map([
  ['contains', { is: 'contains', isNot: 'does not contain' }],
  ['startswith', { is: 'starts with', isNot: 'does not start with' }],
  ['endswith', { is: 'ends with', isNot: 'does not end with' }],
  ['re', { is: 'matches', isNot: 'does not match' }],
  ['cidr', { is: 'is in network', isNot: 'is not in network' }],
  ['exists', { is: 'exists', isNot: 'does not exist' }],
  ['lt', { is: '<', isNot: 'is not <' }],
  ['lte', { is: '≤', isNot: 'is not ≤' }],
  ['gt', { is: '>', isNot: 'is not >' }],
  ['gte', { is: '≥', isNot: 'is not ≥' }],
]);
const IS: Verb = { is: 'is', isNot: 'is not' };
const EQUALS: Verb = { is: 'equals', isNot: 'does not equal' };
const ANY_CONTAINS: Verb = { is: 'any value contains', isNot: 'no value contains' };
const FIELDREF = 'fieldref';

function verbOf({ field, modifiers }: Asks): Verb {
  const verb = modifiers.flatMap((m) => VERBS.get(m) ?? [])[0];
  if (verb) return verb;
  if (modifiers.includes(FIELDREF)) return EQUALS;
  return field === null ? ANY_CONTAINS : IS;
}

/** An item's test in plain words: `contains all of 2`, `ends with any of 3`, `is not`. `count`: of how many values it speaks. */
export function operatorWords(asks: Asks, count: number): string {
  const { modifiers, all, negated } = asks;
  const how = modifiers.filter((m) => !VERBS.has(m) && m !== 'all' && m !== 'neq' && m !== FIELDREF);
  const verb = verbOf(asks);
  const many = count > 1 ? ` ${all ? 'all' : 'any'} of ${count}` : '';
  const field = modifiers.includes(FIELDREF) ? ' the field' : '';
  return `${negated ? verb.isNot : verb.is}${many}${field}${how.length > 0 ? ` (${how.join(', ')})` : ''}`;
}

/** What a field that fails an item does with its values: `contains none of the 3 values`. */
export function noneOf(asks: Asks, count: number): string {
  const verb = asks.modifiers.includes('cidr') ? 'is in' : verbOf(asks).is;
  return `${verb} none of the ${count} ${thingsOf(asks)}`;
}

/** What the values of an item are called. */
export function thingsOf({ field, modifiers }: Asks): string {
  if (modifiers.includes('re')) return 'expressions';
  if (modifiers.includes('cidr')) return 'networks';
  return field === null ? 'keywords' : 'values';
}

/** How a value matched where that is not plain: `base64 offset 2`, `dash –`. */
export function noteWords(notes: readonly HitNote[]): string {
  return notes.map((note) => (note.kind === 'dash' ? `dash ${note.dash}` : formLabel(note))).join(', ');
}
