import { describe, expect, test } from 'vitest';
import { readEvents } from '../event';
import { explain } from '../match';
import { compile } from '../rule';
import { ruleOf, tell } from '../testing/oracle/check';
import { plain } from '../text';
import { type TreeNode, treeOf } from './trace-tree';

const all = (node: TreeNode): TreeNode[] => [node, ...node.children.flatMap(all)];

/** What the tree says of the one item of a detection. */
function says(detection: string, event: object): string {
  const tree = treeOf(tell(detection, event).trace, ruleOf(detection), 1);
  return plain(all(tree!).find(({ label }) => label === 'F')!.says);
}

describe('the characters that matched are seen in what the tree says of a value', () => {
  for (const [what, detection, value, has] of [
    ['short', 'F|contains: NEEDLE', 'a NEEDLE', /^is a NEEDLE$/],
    ['long, at the beginning', 'F|contains: NEEDLE', `a NEEDLE${'x'.repeat(500)}`, /^is a NEEDLEx+…$/],
    [
      'long, in the middle',
      'F|contains: NEEDLE',
      `${'x'.repeat(500)}NEEDLE${'y'.repeat(500)}`,
      /^is …x+NEEDLEy+…$/,
    ],
    ['beyond a thousand', 'F|endswith: NEEDLE', `${'x'.repeat(5000)}NEEDLE`, /^is …x+NEEDLE$/],
    [
      'in a long list',
      'F|contains: NEEDLE',
      [...Array(90).fill('other'), 'the NEEDLE'],
      /^is \[… the NEEDLE …\]$/,
    ],
  ] as const)
    test(what, () => {
      const said = says(detection, { F: value });
      expect(said).toMatch(has);
      expect(said.length).toBeLessThan(140);
    });
});

test.each([
  ['a[0]: {b: x}', 'a[0]'],
  ['a[-1]: {b: y}', 'a[-1]'],
  ['a[any]: {b: x}', 'a[any]'],
])('the block %s is called %s', (entry, label) => {
  const { plan } = compile(
    `title: T\nsigma-version: 3\nlogsource: {product: t}\ndetection:\n  s:\n    ${entry}\n  condition: s\n`,
  );
  const { event } = readEvents('{"a":[{"b":"x"}]}').slices[0]!;
  const tree = treeOf(explain(plan!, event!, { ignoreLogsource: true }), plan!.text, 1);
  expect(all(tree!).map((node) => node.label)).toContain(label);
});
