import { formLabel } from '../../rule';
import type { Asks } from '../miss';
import type { HitNote } from '../trace';

interface Verb {
  readonly is: string;
  readonly isNot: string;
}

/** Modifiers that say how to compare a field. All others say how to read a value. */
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

/**
 * An item's test in plain words: `contains all of 2`, `ends with any of 3`, `is not`. `count` is the number of
 * values.
 */
export function operatorWords(asks: Asks, count: number): string {
  const { modifiers, all, negated } = asks;
  const how = modifiers.filter((m) => !VERBS.has(m) && m !== 'all' && m !== 'neq' && m !== FIELDREF);
  const verb = verbOf(asks);
  const many = count > 1 ? ` ${all ? 'all' : 'any'} of ${count}` : '';
  const field = modifiers.includes(FIELDREF) ? ' the field' : '';
  return `${negated ? verb.isNot : verb.is}${many}${field}${how.length > 0 ? ` (${how.join(', ')})` : ''}`;
}

/** How a field that fails an item relates to its values: `contains none of the 3 values`. */
export function noneOf(asks: Asks, count: number): string {
  const verb = asks.modifiers.includes('cidr') ? 'is in' : verbOf(asks).is;
  return `${verb} none of the ${count} ${thingsOf(asks)}`;
}

/** What to call the values of an item. */
export function thingsOf({ field, modifiers }: Asks): string {
  if (modifiers.includes('re')) return 'expressions';
  if (modifiers.includes('cidr')) return 'networks';
  return field === null ? 'keywords' : 'values';
}

/** How a value matched, if not plainly: `base64 offset 2`, `dash –`. */
export function noteWords(notes: readonly HitNote[]): string {
  return notes.map((note) => (note.kind === 'dash' ? `dash ${note.dash}` : formLabel(note))).join(', ');
}
