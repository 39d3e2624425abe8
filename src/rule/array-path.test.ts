import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain } from '../text';
import { escapedName, readPath, writtenPath } from './array-path';

/** Parts as `name[quantifier] «characters of the name»`. */
const READ: readonly [field: string, parts: readonly string[]][] = [
  ['a', ['a «a»']],
  ['a.b', ['a.b «a.b»']],
  ['.', ['. «.»']],
  ['.a', ['.a «.a»']],
  ['a[0]', ['a[0] «a[0]»']],
  ['a[-1].b.c', ['a[-1].b.c «a[-1].b.c»']],
  ['a[999999999]', ['a[999999999] «a[999999999]»']],
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
  ['a[9999999999].b', '[9999999999]', /^`\[9999999999\]` has more than 9 digits/],
  ['a[-1000000000]', '[-1000000000]', /more than 9 digits/],
  ['a[99999999x]', '[99999999x]', /no selector/],
  ['[any]', '[any]', /no field before it/],
  ['a.[0]', '[0]', /no field before it/],
];

/** Names of events, with everything that a selector or an escape is made of. */
const name = fc
  .array(fc.constantFrom('a', 'b', '.', '[', ']', '\\', '0', '-1', 'any', '[0]', '[any]', '\\['), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));
const positions = fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1, maxLength: 2 });
const paths = fc
  .tuple(name, fc.array(fc.tuple(positions, name), { maxLength: 2 }), fc.option(positions))
  .map(([first, more, last]) => [first, ...more.flatMap(([at, then]) => [...at, then]), ...(last ?? [])]);

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

  test('a name with escaped brackets is read as itself', () => {
    fc.assert(
      fc.property(name, (field) => {
        expect(readPath(escapedName(field)).parts?.map(({ path }) => path)).toEqual([[field]]);
      }),
      { numRuns: 2000 },
    );
  });

  test('a path as a rule has to write it is read as itself, wherever one can', () => {
    let unwritable = 0;
    fc.assert(
      fc.property(paths, (path) => {
        const written = writtenPath(path);
        const isApart = path.some(
          (step, i) =>
            typeof step === 'string' &&
            typeof path[i + 1] === 'number' &&
            (step === '' || /[.\\]$/.test(step)) &&
            (i > 0 || step !== '.'),
        );
        if (isApart) unwritable++;
        const read = written === null ? null : readPath(written).parts;
        expect(read?.map((part) => part.path) ?? null).toEqual(isApart ? null : [path]);
      }),
      { numRuns: 2000 },
    );
    expect(unwritable).toBeGreaterThan(0);
  });

  test('a name of many brackets is read in one go', () => {
    for (const field of ['[0]'.repeat(100_000), 'a'.repeat(100_000), `a${'[0]'.repeat(100_000)}x`])
      expect(readPath(`a${field}`).parts).toHaveLength(1);
  });
});
