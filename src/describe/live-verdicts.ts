import type { GroupTrace, ItemTrace, Trace } from '../match';
import { walkConditionTrace } from '../match';
import type { Stage, StageNode, Stages } from './stages';

/*
 * The verdicts of one event on the parts that the stages and the picture of the condition show. Nothing is decided
 * here: each verdict comes from the event's explanation, so that the picture, the list and Explain cannot disagree.
 */

/** The result of each node of the condition, in the order of `ConditionNode.place`. */
export function conditionVerdicts({ condition }: Trace): boolean[] {
  const verdicts: boolean[] = [];
  walkConditionTrace(condition, ({ matched }) => {
    verdicts.push(matched);
  });
  return verdicts;
}

/** The result of each stage and each of its nodes. The explanation has to be of the same rule as the stages. */
export function stageVerdicts({ selections }: Stages, trace: Trace): ReadonlyMap<Stage | StageNode, boolean> {
  const verdicts = new Map<Stage | StageNode, boolean>();
  for (const stage of selections) {
    const found = trace.selections[stage.selection];
    if (!found) continue;
    verdicts.set(stage, found.matched);
    readNode(stage.body, found.body, verdicts);
  }
  return verdicts;
}

function readNode(
  node: StageNode,
  trace: GroupTrace | ItemTrace,
  verdicts: Map<Stage | StageNode, boolean>,
): void {
  if (trace.kind !== 'item') {
    const [only] = trace.children;
    // The stages do not show a group of one.
    if (only && trace.children.length === 1) {
      readNode(node, only, verdicts);
      return;
    }
    verdicts.set(node, trace.matched);
    if (node.kind === 'predicate') return;
    trace.children.forEach((child, i) => {
      const part = node.children[i];
      if (part) readNode(part, child, verdicts);
    });
    return;
  }
  verdicts.set(node, trace.matched);
  if (node.kind === 'predicate') return;
  trace.values.forEach(({ matched }, i) => {
    const part = node.children[i];
    if (part) verdicts.set(part, matched);
  });
}
