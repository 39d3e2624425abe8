import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { condition } from '../../testing/generate';
import { conditionHolds as expectedOf } from '../../testing/oracle/condition';
import { compile } from './compile';
import type { Plan, PlanCondition } from './plan';
import { conditionHolds, foldCondition, mentions, planItems, walkCondition, wordOf } from './walk-plan';

const NAMES = ['a', 'b', 'f_1', 'f_2', '_hidden'];

function planOf(text: string): Plan {
  const selections = NAMES.map(
    (name) => `    ${name}:\n        - X: ${name}\n        - Y: ${name}\n          Z: 1\n`,
  );
  const { plan } = compile(
    `title: t\nlogsource:\n    product: windows\ndetection:\n${selections.join('')}    condition: ${text}\n`,
  );
  if (!plan) throw new Error(`${text} does not compile`);
  return plan;
}

function nameOf(node: PlanCondition): string {
  if (node.kind === 'selection') return NAMES[node.selection]!;
  return node.kind === 'not' ? 'not' : wordOf(node);
}

/** One line per node: its depth, `-` if it is negated, its word. */
function outline(root: PlanCondition, skip?: PlanCondition['kind']): string[] {
  const lines: string[] = [];
  walkCondition(root, (node, negated, above) => {
    lines.push(`${'  '.repeat(above.length)}${negated ? '-' : ''}${nameOf(node)}`);
    if (above.length > 0) {
      const parent = above[above.length - 1]!;
      expect('children' in parent && parent.children).toContain(node);
    }
    return node.kind === skip ? false : undefined;
  });
  return lines;
}

describe('walking a condition', () => {
  test.each([
    ['a', ['a']],
    ['a or b', ['or', '  a', '  b']],
    ['a and not b', ['and', '  a', '  not', '    -b']],
    ['not (a or not b)', ['not', '  -or', '    -a', '    -not', '      b']],
    ['a and not 1 of f_*', ['and', '  a', '  not', '    -1 of f_*', '      -f_1', '      -f_2']],
    ['all of them', ['all of them', '  a', '  b', '  f_1', '  f_2']],
    ['any of f_*', ['1 of f_*', '  f_1', '  f_2']],
    ['[a, not b]', ['or', '  a', '  not', '    -b']],
  ])('%s', (text, expected) => {
    expect(outline(planOf(text).condition)).toEqual(expected);
  });
  test('the children of a node can be skipped', () => {
    expect(outline(planOf('not a and (b or not f_1)').condition, 'not')).toEqual([
      'and',
      '  not',
      '  or',
      '    b',
      '    not',
    ]);
  });
});

test('a node says whether all of its children have to hold or just one', () => {
  const kinds = (text: string) => {
    const { condition } = planOf(text);
    return condition.kind === 'every' || condition.kind === 'some'
      ? [condition.kind, condition.quantifier]
      : [condition.kind];
  };
  expect(kinds('a and b')).toEqual(['every', null]);
  expect(kinds('a or b')).toEqual(['some', null]);
  expect(kinds('all of f_*')).toEqual(['every', 'all of f_*']);
  expect(kinds('1 of f_*')).toEqual(['some', '1 of f_*']);
  expect(kinds('[a, b]')).toEqual(['some', null]);
  expect(kinds('not a')).toEqual(['not']);
});

test('a condition holds exactly if the oracle says so, whichever selections match', () => {
  const choice = fc.tuple(condition(NAMES), fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }));
  let held = 0;
  fc.assert(
    fc.property(choice, ([text, matches]) => {
      const truth = new Map(NAMES.map((name, i) => [name, matches[i]!]));
      const plan = planOf(text);
      const holds = conditionHolds(plan.condition, (selection) => matches[selection]!);
      expect(holds).toBe(expectedOf(text, truth));
      if (holds) held++;
    }),
    { numRuns: 500 },
  );
  expect(held).toBeGreaterThan(50);
});

test('a condition mentions exactly the selections that a walk visits', () => {
  fc.assert(
    fc.property(condition(NAMES), (text) => {
      const { condition: root } = planOf(text);
      const met = new Set<number>();
      walkCondition(root, (node) => {
        if (node.kind === 'selection') met.add(node.selection);
      });
      expect(NAMES.map((_, i) => mentions(root, i))).toEqual(NAMES.map((_, i) => met.has(i)));
    }),
  );
});

test('a fold visits each node once, after its children', () => {
  fc.assert(
    fc.property(condition(NAMES), (text) => {
      const { condition: root } = planOf(text);
      let walked = 0;
      walkCondition(root, () => {
        walked++;
      });
      const folded = foldCondition<number>(root, {
        selection: () => 1,
        not: (child) => child + 1,
        join: (children, every, { kind }) => {
          expect(every).toBe(kind === 'every');
          return children.reduce((sum, n) => sum + n, 1);
        },
      });
      expect(folded).toBe(walked);
    }),
  );
});

test('the items of a plan come with their selections, in the order of the rule', () => {
  const told = planItems(planOf('a')).map(([{ field }, { name }]) => `${name}.${field}`);
  expect(told).toEqual(NAMES.flatMap((name) => [`${name}.X`, `${name}.Y`, `${name}.Z`]));
});
