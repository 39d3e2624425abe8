import { code, type Fix, type Range, say, type Words } from '../text';
import { isSelector } from './array-path';

/** A `[` in a name that is not closed, with what stands behind it. */
const OPEN = /(?<!\\)\[([^[\]]*)$/;

/**
 * What is said of a map as the value of a field that has no selector, where arrays are matched: most likely it is a
 * block about members, and the selector is missing or not closed. `name` is the field
 * as it is written; `range` is where it stands in the rule. Without fixes where modifiers follow, which a block cannot have.
 */
export function selectorMissing(
  name: string,
  range: Range,
  hasModifiers: boolean,
): { readonly message: Words; readonly fixes: readonly Fix[] } {
  const inside = OPEN.exec(name)?.[1];
  const missing = inside !== undefined && isSelector(inside) ? ']' : '[any]';
  const block = code(`${name}${missing}`);
  const edits = [{ range: { start: range.end, end: range.end }, text: missing }];
  return {
    message: say`The value of ${code(name)} is a map. For a block about a member of an array, write ${block}. A value with a colon needs quotes.`,
    fixes: hasModifiers ? [] : [{ title: say`Change to ${block}`, edits }],
  };
}
