import { describe, expect, test } from 'vitest';
import { allItemsOf, blocksOf, findItem, foldBody, itemsOf } from './walk-body';

interface Leaf {
  readonly kind: 'item';
  readonly name: string;
}
interface Group {
  readonly kind: 'every' | 'some';
  readonly children: readonly Tree[];
}
interface Block {
  readonly kind: 'members';
  readonly selections: readonly { readonly body: Tree }[];
}
type Tree = Leaf | Group | Block;

const block = (...bodies: Tree[]): Block => ({
  kind: 'members',
  selections: bodies.map((body) => ({ body })),
});
const leaf = (name: string): Leaf => ({ kind: 'item', name });
const every = (...children: Tree[]): Group => ({ kind: 'every', children });
const some = (...children: Tree[]): Group => ({ kind: 'some', children });

const BODIES: readonly [name: string, body: Tree, items: string, folded: string][] = [
  ['one item', leaf('a'), 'a', 'a'],
  ['an empty group', every(), '', 'every()'],
  ['a map', every(leaf('a'), leaf('b')), 'ab', 'every(a,b)'],
  ['a list of maps', some(every(leaf('a'), leaf('b')), every(leaf('c'))), 'abc', 'some(every(a,b),every(c))'],
  [
    'groups beside items',
    every(leaf('a'), some(leaf('b'), every(leaf('c'), leaf('d'))), leaf('e')),
    'abcde',
    'every(a,some(b,every(c,d)),e)',
  ],
  ['a block beside items', every(leaf('a'), block(leaf('x'), leaf('y')), leaf('b')), 'ab', 'every(a,[xy],b)'],
  ['blocks in each other', some(block(every(leaf('x'), block(leaf('y'))))), '', 'some([xy])'],
];

describe.each(BODIES)('%s', (_, body, items, folded) => {
  test('its items come in the order of the rule', () => {
    expect(
      itemsOf(body)
        .map(({ name }) => name)
        .join(''),
    ).toBe(items);
  });
  test('a fold visits each item once, and each group after its children', () => {
    const seen: string[] = [];
    const whole = foldBody<Tree, string>(
      body,
      ({ name }) => name,
      (children, isEvery, { kind }) => {
        expect(isEvery).toBe(kind === 'every');
        seen.push(...children);
        return `${kind}(${children.join(',')})`;
      },
      (inner) =>
        `[${allItemsOf<Tree>(inner)
          .map(({ name }) => name)
          .join('')}]`,
    );
    expect(whole).toBe(folded);
    expect([...seen, whole].filter((text) => text.length === 1).join('')).toHaveLength(items.length);
  });
  test('all items, with those inside of blocks, come in the order of the rule', () => {
    const all = allItemsOf(body).map(({ name }) => name);
    expect(all.join('')).toBe(folded.replace(/every|some|[^a-z]/g, ''));
    expect(blocksOf(body)).toHaveLength(folded.split('[').length - 1);
  });
  test('the first item that passes is found', () => {
    for (const name of items) expect(findItem(body, (item) => item.name >= name)?.name).toBe(name);
    expect(findItem(body, ({ name }) => name === 'z')).toBeNull();
  });
});
