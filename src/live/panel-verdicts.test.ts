import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ConditionNode,
  conditionTree,
  conditionVerdicts,
  type StageNode,
  stages,
  stageVerdicts,
} from '../describe';
import { readEvents } from '../event';
import { explain, posted } from '../match';
import { compile } from '../rule';

/*
 * The panel of the rule shows the verdicts of an explanation that was shortened. It must not show one part's verdict at
 * another.
 */

const numbered = (count: number, of: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => of(i)).join('');
const partsOf = (node: StageNode): StageNode[] =>
  node.kind === 'predicate' ? [node] : [node, ...node.children.flatMap(partsOf)];
const nodesOf = (node: ConditionNode): ConditionNode[] => [node, ...node.children.flatMap(nodesOf)];

function compare(detection: string, event: object): { readonly known: number; readonly all: number } {
  const { plan } = compile(`title: T\nlogsource:\n    category: test\ndetection:\n${detection}`);
  const read = readEvents(JSON.stringify(event)).slices[0]!.event!;
  const whole = explain(plan!, read, { ignoreLogsource: true });
  const shown = stages(plan!);
  const [full, told] = [stageVerdicts(shown, whole), stageVerdicts(shown, posted(whole))];
  const parts = shown.selections.flatMap((stage) => [stage, ...partsOf(stage.body)]);
  const picture = conditionTree(plan!);
  const [fullTree, toldTree] = [conditionVerdicts(picture, whole), conditionVerdicts(picture, posted(whole))];
  const nodes = nodesOf(picture).filter(({ kind }) => kind !== 'more');
  let known = 0;
  for (const [of, part, short] of [
    ...parts.map((part) => [full.get(part), part, told.get(part)] as const),
    ...nodes.map((node) => [fullTree.get(node), node, toldTree.get(node)] as const),
  ]) {
    expect(of, 'the whole explanation tells all').toBeDefined();
    if (short === undefined) continue;
    known++;
    expect(short, JSON.stringify(part).slice(0, 200)).toBe(of);
  }
  return { known, all: parts.length + nodes.length };
}

describe('the verdicts of a shortened explanation are those of the whole one', () => {
  test.each([
    ['values', `    a:\n        F:\n${numbered(400, (i) => `            - v${i}\n`)}    condition: a\n`],
    ['fields', `    a:\n${numbered(400, (i) => `        F${i}: v3\n`)}    condition: a\n`],
    ['selections', `${numbered(400, (i) => `    s${i}:\n        F: v${i}\n`)}    condition: 1 of s*\n`],
    [
      'terms',
      `    a: {F: v250}\n    b: {F: w}\n    condition: ${Array(200).fill('b').join(' or ')} or a or b\n`,
    ],
  ])('%s', (_, detection) => {
    for (const event of [{ F: 'v250' }, { F: 'v3', F399: 'v3' }, { other: 1 }]) {
      const { known, all } = compare(detection, event);
      expect(known).toBeGreaterThan(Math.min(100, all / 2));
    }
  });

  test('for lists of any length, with any of their values', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(299), fc.boolean(), (count, hit, isAll) => {
        const key = isAll ? 'F|contains|all' : 'F|contains';
        const detection = `    a:\n        ${key}:\n${numbered(count, (i) => `            - 'v${i}.'\n`)}    condition: not a\n`;
        compare(detection, { F: `v${hit}.v${hit + 1}.` });
      }),
      { numRuns: 60 },
    );
  });
});
