import { describe, expect, test } from 'vitest';
import { plain } from '../text';
import { escapedName, readPath } from './array-path';

/** Parts as `name[quantifier] «characters of the name»`. */
const READ: readonly [field: string, parts: readonly string[]][] = [
  ['a', ['a «a»']],
  ['a.b', ['a.b «a.b»']],
  ['.', ['. «.»']],
  ['.a', ['.a «.a»']],
  ['a[0]', ['a[0] «a[0]»']],
  ['a[-1].b.c', ['a[-1].b.c «a[-1].b.c»']],
  ['a[-0]', ['a[0] «a[-0]»']],
  ['a[any]', ['a[any] «a»', '. «[any]»']],
  ['a.b[all].c', ['a.b[all] «a.b»', 'c «c»']],
  ['a[all_or_empty].b[none].c[0]', ['a[all_or_empty] «a»', 'b[none] «b»', 'c[0] «c[0]»']],
  ['a[0][any]', ['a[0][any] «a[0]»', '. «[any]»']],
  ['a[any][0]', ['a[any] «a»', '.[0] «[0]»']],
  ['.[any]', ['.[any] «.»', '. «[any]»']],
  ['.[0].x', ['.[0].x «.[0].x»']],
  ['a\\[0\\]', ['a[0] «a\\[0\\]»']],
  ['a\\[b\\][any]', ['a[b][any] «a\\[b\\]»', '. «[any]»']],
  ['a[b', ['a[b «a[b»']],
  ['a]', ['a] «a]»']],
  ['a[0]b', ['a[0]b «a[0]b»']],
];

const WRONG: readonly [field: string, characters: string, says: RegExp, fix?: string][] = [
  ['a[each]', '[each]', /no selector `\[each\]`/],
  ['a[anny].b', '[anny]', /mean `\[any\]`/, '[any]'],
  ['a[ALL]', '[ALL]', /mean `\[all\]`/, '[all]'],
  ['a[]', '[]', /no selector/],
  ['[any]', '[any]', /no field before it/],
  ['a.[0]', '[0]', /no field before it/],
];

describe('field names with selectors', () => {
  test.each(READ)('%s', (field, expected) => {
    const { parts } = readPath(field);
    expect(
      parts?.map(
        ({ name, quantifier, range }) =>
          `${name}${quantifier ? `[${quantifier}]` : ''} «${field.slice(range.start, range.end)}»`,
      ),
    ).toEqual(expected);
  });

  test.each(WRONG)('%s is wrong', (field, characters, says, fix) => {
    const { problem } = readPath(field);
    expect(field.slice(problem!.range.start, problem!.range.end)).toBe(characters);
    expect(plain(problem!.message)).toMatch(says);
    expect(problem!.fixes.map(({ edits }) => edits[0]!.text)).toEqual(fix ? [fix] : []);
  });

  test.each(READ)('%s with escaped brackets is one name', (field) => {
    const { parts } = readPath(escapedName(field));
    expect(parts?.map(({ path }) => path)).toEqual([[field.replace(/\\([[\]])/g, '$1')]]);
  });

  test('a name of many brackets is read in one go', () => {
    for (const field of ['[0]'.repeat(100_000), 'a'.repeat(100_000), `a${'[0]'.repeat(100_000)}x`])
      expect(readPath(`a${field}`).parts).toHaveLength(1);
  });
});
