import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectLinear } from '../testing/growth';
import { alternativesOf } from './alternatives';
import type { Alternative } from './ast';
import { RuleDiagnostics } from './codes';
import type { Condition } from './condition/ast';
import { parseCondition } from './condition/parse';

const RULES = 5;
const treeOf = (text: string) => parseCondition(text, new RuleDiagnostics(), 'rule')!;
const indexOf = (name: string) => Number(name.slice(1));
const waysOf = (text: string) => alternativesOf(treeOf(text), indexOf);

const written = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.nat(RULES - 1).map((i) => `r${i}`),
    tie('node').map((node) => `not (${node})`),
    fc.tuple(tie('node'), tie('node'), tie('node')).map((all) => `(${all.join(' and ')})`),
    fc.tuple(tie('node'), tie('node'), tie('node')).map((all) => `(${all.join(' or ')})`),
  ),
})).node;

/** Whether a condition holds if exactly those rules occur whose bits are set. */
function holds(node: Condition, occurring: number): boolean {
  switch (node.kind) {
    case 'name':
      return ((occurring >> indexOf(node.name)) & 1) === 1;
    case 'not':
      return !holds(node.operand, occurring);
    case 'and':
      return node.operands.every((operand) => holds(operand, occurring));
    case 'or':
      return node.operands.some((operand) => holds(operand, occurring));
    case 'quantifier':
      throw new Error('not written here');
  }
}

test('a condition holds exactly where one of its alternatives does, and none contains another', () => {
  const signs = ({ occur, absent }: Alternative) => [
    ...occur.map((i) => `${i}`),
    ...absent.map((i) => `!${i}`),
  ];
  fc.assert(
    fc.property(written, (text) => {
      const ways = waysOf(text) as readonly Alternative[];
      const tree = treeOf(text);
      const wrong = Array.from({ length: 1 << RULES }, (_, occurring) => occurring).filter((occurring) => {
        const has = (rule: number) => ((occurring >> rule) & 1) === 1;
        const found = ways.some(({ occur, absent }) => occur.every(has) && !absent.some(has));
        return found !== holds(tree, occurring);
      });
      expect(wrong).toEqual([]);
      const asked = ways.map(signs);
      const contains = (one: string[], other: string[]) => other.every((sign) => one.includes(sign));
      expect(asked.filter((one) => asked.some((other) => other !== one && contains(one, other)))).toEqual([]);
      const lengths = asked.map(({ length }) => length);
      expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    }),
    { numRuns: 500 },
  );
});

const list = (count: number, join: string, from = 0) =>
  Array.from({ length: count }, (_, i) => `r${from + i}`).join(join);

test('what is asked for in any case decides the rest before it is multiplied', () => {
  const many = Array.from({ length: 20 }, (_, i) => `(r${2 * i} or r${2 * i + 1})`).join(' and ');
  expect(waysOf(many)).toBe('alternatives');
  expect(waysOf(`${many} and ${list(40, ' and ')}`)).toHaveLength(1);
  expect(waysOf(`${many} and not r0 and not r1`)).toEqual([]);
});

test.each<[what: string, size: number, make: (size: number) => string, ways: number]>([
  [
    'the same clause of 200 again',
    6,
    (n) =>
      Array(n)
        .fill(`(${list(200, ' or ')})`)
        .join(' and '),
    200,
  ],
  ['the same 200 names again', 6, (n) => Array(n).fill(list(200, ' or ')).join(' or '), 200],
  ['rules that all have to occur', 1200, (n) => list(n, ' and '), 1],
  [
    'a long alternative, and 200 ways',
    1200,
    (n) => `${list(n, ' and ', 200)} and (${list(200, ' or ')})`,
    200,
  ],
])('takes time by its length: %s', (_, size, make, ways) => {
  expectLinear(
    size,
    (n) => treeOf(make(n)),
    (tree) => expect(alternativesOf(tree, indexOf)).toHaveLength(ways),
  );
});
