import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../text';
import type { Condition } from './ast';
import { parseCondition } from './parse';
import { printCondition } from './print';
import { changeLeaves, operandsOf, walkWritten } from './walk';

const parse = (text: string): Condition => parseCondition(text, new Diagnostics())!;

function outline(text: string, skip?: Condition['kind']): string[] {
  const lines: string[] = [];
  walkWritten(parse(text), (node, negated) => {
    lines.push(`${negated ? '-' : ''}${node.kind} ${text.slice(node.range.start, node.range.end)}`);
    return node.kind === skip ? false : undefined;
  });
  return lines;
}

describe('walking a condition as written', () => {
  test.each([
    ['a', ['name a']],
    ['a and not b', ['and a and not b', 'name a', 'not not b', '-name b']],
    [
      'not (a or not 1 of f_*)',
      [
        'not not (a or not 1 of f_*)',
        '-or (a or not 1 of f_*)',
        '-name a',
        '-not not 1 of f_*',
        'quantifier 1 of f_*',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(outline(text)).toEqual(expected);
  });
  test('the operands of a node can be skipped', () => {
    expect(outline('not a or b', 'not')).toEqual(['or not a or b', 'not not a', 'name b']);
  });
});

test.each([
  ['a', 0],
  ['all of them', 0],
  ['not a', 1],
  ['a or b or c', 3],
])('%s has %i operands', (text, count) => {
  expect(operandsOf(parse(text))).toHaveLength(count);
});

test('leaves are replaced, and the nodes that join them stay', () => {
  const changed = changeLeaves(parse('a and not (1 of f_* or b)'), (leaf) =>
    leaf.kind === 'name' ? { ...leaf, name: `${leaf.name}${leaf.name}` } : parse('x or y'),
  );
  expect(printCondition(changed)).toBe('aa and not ((x or y) or bb)');
});
