import type { ConditionTrace, MembersTrace, NodeTrace, Remainder, Trace } from '../match';
import type { ConditionNode } from './condition-tree';
import type { Stage, StageGroup, StageNode, Stages } from './stages';

/*
 * The verdicts of one event on the parts that the stages and the picture of the condition show. Nothing is decided
 * here: each verdict comes from the event's explanation, so that the picture, the list and Explain cannot disagree. An
 * explanation that was posted has only some parts of a long list; of the others only what follows from their count is
 * known.
 */

/** The result of each gate and selection of a condition, as far as it is known. The explanation has to be of its rule. */
export function conditionVerdicts(
  condition: ConditionNode,
  trace: Trace,
): ReadonlyMap<ConditionNode, boolean> {
  const verdicts = new Map<ConditionNode, boolean>();
  const read = (node: ConditionNode, told: ConditionTrace | boolean): void => {
    if (node.kind === 'more') return;
    const matched = typeof told === 'boolean' ? told : told.matched;
    verdicts.set(node, node.selection === null ? matched : trace.selections[node.selection]!.matched);
    if (typeof told === 'boolean') return;
    partsOf(node.children, told.children, told.more, read);
  };
  read(condition, trace.condition);
  return verdicts;
}

/** The result of each stage and each of its nodes, likewise. */
export function stageVerdicts({ selections }: Stages, trace: Trace): ReadonlyMap<Stage | StageNode, boolean> {
  const verdicts = new Map<Stage | StageNode, boolean>();
  for (const stage of selections) {
    const found = trace.selections[stage.selection];
    if (!found) continue;
    verdicts.set(stage, found.matched);
    readNode(stage.body, isLeftOut(found.body) ? found.matched : found.body, verdicts);
  }
  return verdicts;
}

/** True for the body of a selection that a posted explanation has no room for. */
function isLeftOut(body: NodeTrace): boolean {
  return 'children' in body && body.children.length === 0;
}

function readNode(
  node: StageNode,
  trace: NodeTrace | boolean,
  verdicts: Map<Stage | StageNode, boolean>,
): void {
  if (typeof trace === 'boolean') {
    verdicts.set(node, trace);
    return;
  }
  if (trace.kind === 'members') {
    verdicts.set(node, trace.matched);
    readMember(node, trace, verdicts);
    return;
  }
  if (trace.kind !== 'item') {
    const [only] = trace.children;
    // The stages do not show a group of one.
    if (only && trace.children.length === 1 && !trace.more) {
      readNode(node, only, verdicts);
      return;
    }
    verdicts.set(node, trace.matched);
    if (node.kind !== 'predicate')
      partsOf(node.children, trace.children, trace.more, (part, told) => readNode(part, told, verdicts));
    return;
  }
  verdicts.set(node, trace.matched);
  if (node.kind === 'predicate') return;
  partsOf(node.children, trace.values, trace.more, (part, told) => {
    verdicts.set(part, typeof told === 'boolean' ? told : told.matched);
  });
}

/** Calls `read` for each part with what is told of it: its trace, or the one result that all parts left out have. */
function partsOf<P, T>(
  parts: readonly P[],
  told: readonly T[],
  more: Remainder | undefined,
  read: (part: P, told: T | boolean) => void,
): void {
  const at = new Map((more?.kept ?? told.map((_, i) => i)).map((place, i) => [place, told[i]!]));
  const others = !more ? null : more.matched === 0 ? false : more.missed === 0 ? true : null;
  parts.forEach((part, i) => {
    const own = at.get(i) ?? others;
    if (own !== null) read(part, own);
  });
}

/** Below a block, what it made of the member that decides. */
function readMember(
  node: StageNode,
  { members }: MembersTrace,
  verdicts: Map<Stage | StageNode, boolean>,
): void {
  const [member] = members;
  if (!member || node.kind === 'predicate') return;
  const [only] = member.selections;
  if (only && member.selections.length === 1 && only.name === '') {
    readBody(node, only.body, verdicts);
    return;
  }
  member.selections.forEach(({ matched, body }, i) => {
    const child = node.children[i];
    if (!child || child.kind === 'predicate') return;
    verdicts.set(child, matched);
    readBody(child, body, verdicts);
  });
}

/** The entries of a map stand directly below what it is about. */
function readBody(node: StageGroup, body: NodeTrace, verdicts: Map<Stage | StageNode, boolean>): void {
  if (body.kind === 'every' && body.children.length === node.children.length && node.children.length > 1)
    body.children.forEach((child, i) => {
      readNode(node.children[i]!, child, verdicts);
    });
  else if (node.children[0]) readNode(node.children[0], body, verdicts);
}
