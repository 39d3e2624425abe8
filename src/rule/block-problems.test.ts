import { describe, expect, test } from 'vitest';
import { plain } from '../text';
import { compileCollection } from './compile/compile-collection';

/* What is said of blocks that cannot be read, and of which characters. */

const ruleOf = (entry: string) =>
  `title: T\nsigma-version: 3\nlogsource: {product: t}\ndetection:\n  s:\n${entry.replace(/^/gm, '    ')}\n  condition: s\n`;

/** Entry of a selection, code of the problem, its characters, and a part of what is said. */
// biome-ignore format: one case a line.
const PROBLEMS: readonly [entry: string, code: string, at: string, says: string][] = [
  ['a[any]:\n  one: {x: 1}\n  condition: one and nope', 'condition-unknown-selection', 'nope', 'The block has `one`.'],
  ['a[any]:\n  condition: one', 'condition-unknown-selection', 'one', 'The block has none.'],
  ['a[any]:\n  one: {x: 1}\n  condition: ones', 'condition-unknown-selection', 'ones', 'Did you mean `one`?'],
  ['a[any]:\n  - {x: 1}', 'value-type', '{x: 1}', 'A value of `a[any]` has to be text, a number, `true`, `false` or `null`, not a map. Write the maps of the list as named selections, with a `condition` such as `1 of them`.'],
  ['a[any]:\n  - [x]', 'value-type', '[x]', 'A value of `a[any]` has to be text, a number, `true`, `false` or `null`, not a list.'],
  ['a[any].b: {x: 1}', 'value-type', '{x: 1}', 'The value of `b` is a map. For a block about a member of an array, write `b[any]`.'],
  ['a[any]|contains:\n  x: 1', 'selector-modifier', 'contains', 'Write `contains` behind a field in the block.'],
  ['a[any]: {}', 'selection-empty', 'a[any]', '`a[any]` is empty. Add a field with a value.'],
  ['b: x\na[0]: {}', 'selection-empty', 'a[0]', '`a[0]` is empty. Add a field with a value.'],
  ['a[any]:\n  b: x\n  c[none]: {}', 'selection-empty', 'c[none]', '`c[none]` is empty.'],
  ['a[any]:\n  s: {}\n  condition: s', 'selection-empty', 's', '`s` is empty.'],
  ['a[ANY]: x', 'selector-unknown', '[ANY]', 'Did you mean `[any]`?'],
  [`a${'[any]'.repeat(34)}: x`, 'selection-depth', `a${'[any]'.repeat(34)}`, 'more than 32 levels deep'],
];

describe('a block that cannot be read', () => {
  test.each(PROBLEMS)('%s', (entry, code, at, says) => {
    const text = ruleOf(entry);
    const found = compileCollection(text).diagnostics.filter(({ severity }) => severity === 'error');
    expect(found.map((one) => [one.code, text.slice(one.range.start, one.range.end)])).toEqual([[code, at]]);
    expect(plain(found[0]!.message)).toContain(says);
  });
});
