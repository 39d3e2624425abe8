import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTopics } from '../conformance/cases';
import { readEvents } from '../event';
import type { Trace } from '../match';
import { Evaluator, explainWith } from '../match';
import type { Plan } from '../rule';
import { compileCollection, itemsOf } from '../rule';
import { pair } from '../testing/generate';
import { planOf, ruleOf, tell } from '../testing/oracle/check';
import { type ConditionNode, conditionTree } from './condition-tree';
import { conditionVerdicts, stageVerdicts } from './live-verdicts';
import { type StageNode, stages } from './stages';

/** The result of a gate from the results of its children, read from the picture alone. */
function gate({ title }: ConditionNode, children: readonly boolean[]): boolean {
  if (title === 'not') return !children[0];
  return title === 'and' || title.startsWith('all of') ? children.every(Boolean) : children.some(Boolean);
}

function join(kind: Exclude<StageNode['kind'], 'predicate'>, children: readonly boolean[]): boolean {
  const all = children.every(Boolean);
  const any = children.some(Boolean);
  return { all, any, none: !any, 'not all': !all }[kind];
}

/** Compares each part of the picture and list with the explanation, and each gate and group with its own parts. */
function check(plan: Plan, trace: Trace): number {
  const picture = conditionTree(plan);
  const verdicts = conditionVerdicts(picture, trace);
  const give = (node: ConditionNode) => verdicts.get(node) ?? null;
  let drawn = 0;
  const hold = (node: ConditionNode): void => {
    drawn++;
    const { children } = node;
    if (node.selection !== null) expect(give(node)).toBe(trace.selections[node.selection]!.matched);
    else if (children.length > 0 && children.every(({ kind }) => kind !== 'more'))
      expect(give(node), node.title).toBe(gate(node, children.map(give) as boolean[]));
    children.forEach(hold);
  };
  hold(picture);
  expect(give(picture)).toBe(trace.matched);

  const shown = stages(plan);
  const found = stageVerdicts(shown, trace);
  const values = new Map(
    trace.selections.flatMap(({ body }) =>
      itemsOf(body).flatMap((item) => item.values.map((v) => [v.id, v.matched] as const)),
    ),
  );
  const walk = (node: StageNode): void => {
    if (node.kind === 'predicate') {
      expect(found.get(node), node.canonical).toBe(values.get(node.value));
      return;
    }
    node.children.forEach(walk);
    expect(found.get(node)).toBe(
      join(
        node.kind,
        node.children.map((child) => found.get(child)!),
      ),
    );
  };
  for (const stage of shown.selections) {
    walk(stage.body);
    expect(found.get(stage)).toBe(trace.selections[stage.selection]!.matched);
    expect(found.get(stage.body)).toBe(found.get(stage));
  }
  return drawn + found.size;
}

test('for any rule and event, all parts agree with the explanation', () => {
  fc.assert(
    fc.property(pair, ({ rule, event, placeholders }) => {
      const plan = planOf(rule, placeholders);
      const read = readEvents(JSON.stringify(event)).slices[0]!.event!;
      check(plan, explainWith(new Evaluator(plan), read, { ignoreLogsource: true }));
    }),
    { numRuns: 500 },
  );
});

test('so they do for every case of the conformance suite, with filters', () => {
  let parts = 0;
  for (const { cases } of readTopics()) {
    for (const one of cases) {
      if (!('verdict' in one)) continue;
      const { rule, placeholders, eventText = JSON.stringify(one.event) } = one;
      const event = readEvents(eventText).slices[0]?.event;
      for (const { plan } of compileCollection(rule, { placeholders }).plans)
        if (event) parts += check(plan, explainWith(new Evaluator(plan), event));
    }
  }
  expect(parts).toBeGreaterThan(2000);
});

describe('a part that is not shown still counts', () => {
  const many = Array.from({ length: 60 }, (_, i) => `s${i}:\n  F: ${i}\n`).join('');
  const detection = `${many}z:\n  G: 1\ncondition: 1 of s* and z`;
  test.each([
    [{ F: 3, G: 1 }, [true, true, true]],
    // One of those under `10 more`.
    [{ F: 55, G: 1 }, [true, true, true]],
    [{ F: 55 }, [false, true, false]],
    [{ G: 1 }, [false, false, true]],
  ])('%j', (event, expected) => {
    const nodes = [conditionTree(planOf(ruleOf(detection)))];
    for (const { children } of nodes) nodes.push(...children);
    const verdicts = conditionVerdicts(nodes[0]!, tell(detection, event).trace);
    const of = (title: string) => verdicts.get(nodes.find((node) => node.title === title)!);
    expect([of('and'), of('1 of s*'), of('z')]).toEqual(expected);
    expect(of('10 more')).toBeUndefined();
  });
});
