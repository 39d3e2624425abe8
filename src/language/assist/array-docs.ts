import { byName } from '../../text';

/** What the selectors of array members mean, by how they are written in a field's name. */
export const SELECTORS = byName<string>({
  '[any]':
    'At least one member of the array matches everything that is written beneath, and others may too. An absent or empty array does not match.',
  '[all]':
    'The array has members, and each of them matches what is written beneath. It is not the modifier `all`, which is about the rule’s list of values.',
  '[all_or_empty]': 'Each member matches what is written beneath. An absent or empty array matches too.',
  '[none]': 'No member matches what is written beneath. An absent or empty array matches too.',
  '[0]': 'The member at this position: `[0]` is the first, `[1]` the second. A shorter array does not match.',
  '[-1]': 'The member at this position from the end: `[-1]` is the last. A shorter array does not match.',
});

/** What else can be written about the members of an array. */
export const ARRAY_FORMS = byName<string>({
  block:
    'Lines beneath `field[any]:` are about one and the same member. Two fields such as `field[any].a` and `field[any].b` may be of different members.',
  'nested block': 'A block in a block is about the members of an array that a member has.',
  'condition in a block':
    'A block may hold selections and a `condition` of its own, all about the same member: `and`, `or`, `not`, `1 of`.',
  '.': '`.` is the member itself, in a block about members that are single values: `.|gte: 500`.',
  '\\[': 'A bracket that belongs to a field’s own name is written with a backslash: `name\\[0\\]`.',
  'no selector':
    'Without a selector, a field that holds an array matches if at least one of its members does.',
});

/** The selectors with names, in the order in which lists show them. */
export const NAMED_SELECTORS = [...SELECTORS.keys()].filter((written) => /[a-z]/.test(written));

/** What a selector means, however it is written: `[any]`, `[3]`; undefined if it is none. */
export function selectorDoc(written: string): string | undefined {
  const position = /^\[(-?)\d+\]$/.exec(written);
  return SELECTORS.get(position ? (position[1] ? '[-1]' : '[0]') : written);
}
