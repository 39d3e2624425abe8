import { expect, test } from 'vitest';
import { stages } from '../describe';
import { planOf, ruleOf } from '../testing/oracle/check';
import { plain } from '../text';
import { stagesTree } from './tree';

test('a block says which members it is about', () => {
  const plan = planOf(`sigma-version: 3\n${ruleOf('c[any]: {a: x, b: y}')}`);
  const tree = stagesTree(stages(plan));
  const lines = tree.kind === 'tree' ? tree.lines : [];
  const says = lines.map(({ words }) => plain(words.filter((w) => typeof w === 'string' || 'code' in w)));
  expect(says).toContain('in at least one member of `c`');
  expect(says).toContain("`a: 'x'`: a is `x`");
});
