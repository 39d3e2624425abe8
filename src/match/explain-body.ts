import { locateTrees, membersIn, pathTrees } from '../event';
import { TOLD } from '../limits';
import type { PlanBody, PlanCondition, PlanMembers, PlanNode } from '../rule';
import { foldBody, foldCondition } from '../rule';
import { absenceAt } from './absence';
import { bodyMatches } from './body';
import { fulfilMembers, nearestChange } from './causes';
import { explainItem } from './explain-item';
import type { ConditionTrace, MembersTrace, MemberTrace, NodeTrace, SelectionTrace } from './trace';
import type { EventView } from './view';

/** A body as explained: of a rule about an event, or of a block about one member of an array. */
export interface BodyTrace {
  readonly condition: ConditionTrace;
  readonly selections: readonly SelectionTrace[];
}

/** How many more members of arrays an explanation tells, counted through all of its blocks. */
interface Left {
  members: number;
}

/** Explains a body about an event. `text` is the rule's. */
export function explainBody(body: PlanBody, view: EventView, text: string): BodyTrace {
  return explainWithin(body, view, text, '', { members: TOLD.allBlocksLooked.value });
}

/** Explains a body. `member` names the member that it is about, and is empty for an event. */
function explainWithin(body: PlanBody, view: EventView, text: string, member: string, left: Left): BodyTrace {
  const selections = body.selections.map(({ name, range, body: node }): SelectionTrace => {
    const trace = foldBody<PlanNode, NodeTrace>(
      node,
      (item) => explainItem(item, view, text),
      (children, every, { kind, range: rule }) => ({
        kind,
        rule,
        matched: joined(children, every),
        children,
      }),
      (block) => explainMembers(block, view, text, member, left),
    );
    return { name, rule: range, matched: trace.matched, body: trace };
  });
  return { condition: explainCondition(body.condition, selections), selections };
}

function explainCondition(node: PlanCondition, selections: readonly SelectionTrace[]): ConditionTrace {
  return foldCondition<ConditionTrace>(node, {
    selection: (selection, { range }) => {
      const { matched } = selections[selection]!;
      return { kind: 'selection', rule: range, matched, selection, children: [] };
    },
    not: (child, { range }) => ({ kind: 'not', rule: range, matched: !child.matched, children: [child] }),
    join: (children, every, { range, quantifier }) => ({
      kind: quantifier !== null ? 'quantifier' : every ? 'and' : 'or',
      rule: range,
      matched: joined(children, every),
      every,
      ...(quantifier === null ? {} : { written: quantifier }),
      children,
    }),
  });
}

function joined(children: readonly { readonly matched: boolean }[], every: boolean): boolean {
  return every ? children.every((c) => c.matched) : children.some((c) => c.matched);
}

/** Which members satisfy a block, and those that decide as explanations of their own. */
function explainMembers(
  block: PlanMembers,
  view: EventView,
  text: string,
  within: string,
  left: Left,
): MembersTrace {
  const { field, quantifier, range: rule } = block;
  const arrays = pathTrees(view.coverage, view.event, block.path);
  const members = membersIn(arrays);
  const isList = arrays.some(({ value }) => Array.isArray(value));
  const inside = view.inside(block);
  const verdicts = members.map((member) => bodyMatches(block, inside.turnTo(view, member)));
  const satisfying = verdicts.filter(Boolean).length;
  const matched = suffice(quantifier, members.length, satisfying);
  const whole = nameOf(field, within);
  const chosen = deciding(verdicts, matched === (quantifier !== 'none'), left.members);
  left.members = Math.max(0, left.members - chosen.length);
  const explained = chosen.map((index): MemberTrace => {
    const name = isList ? `${whole}[${index}]` : whole;
    const range = locateTrees(view.event, [members[index]!])?.value ?? null;
    const own = inside.turnTo(view, members[index]!);
    return { index, name, range, matched: verdicts[index]!, ...explainWithin(block, own, text, name, left) };
  });
  const told = nearestFirst(explained).slice(0, TOLD.blockMembers.value);
  const location = locateTrees(view.event, arrays);
  const absent = members.length === 0 && !isList;
  const trace: MembersTrace = {
    kind: 'members',
    rule,
    matched,
    field,
    name: whole,
    quantifier,
    atPosition: typeof block.path[block.path.length - 1] === 'number',
    absent,
    ...(absent && !matched ? { absence: absenceAt(block.path, view) } : {}),
    isList,
    eventRange: location?.value ?? null,
    eventKey: location?.key ?? null,
    count: members.length,
    satisfying,
    members: told,
  };
  const [cause] = matched ? [] : fulfilMembers(trace, 0).causes;
  return cause ? { ...trace, miss: cause.miss } : trace;
}

function nameOf(field: string, within: string): string {
  return within === '' ? field : field.startsWith('.') ? `${within}${field.slice(1)}` : `${within}.${field}`;
}

function suffice(quantifier: PlanMembers['quantifier'], count: number, satisfying: number): boolean {
  switch (quantifier) {
    case 'any':
      return satisfying > 0;
    case 'all':
      return count > 0 && satisfying === count;
    case 'all_or_empty':
      return satisfying === count;
    case 'none':
      return satisfying === 0;
  }
}

/** Places of the members to explain, one at least: those whose verdict is `wanted` decide and come first. */
function deciding(verdicts: readonly boolean[], wanted: boolean, left: number): readonly number[] {
  const first: number[] = [];
  const others: number[] = [];
  verdicts.forEach((verdict, index) => {
    if (verdict === wanted) {
      if (first.length < TOLD.blockLooked.value) first.push(index);
    } else if (others.length < TOLD.blockMembers.value) others.push(index);
  });
  return [...first, ...others].slice(0, Math.max(1, left));
}

/** The deciding members, of misses the nearest first, and then the others. */
function nearestFirst(members: readonly MemberTrace[]): readonly MemberTrace[] {
  const costs = new Map(members.map((one) => [one, nearestChange(one)]));
  const rank = ({ matched }: MemberTrace) => (matched === members[0]?.matched ? 0 : 1);
  return [...members].sort((a, b) => {
    const [to, from] = [costs.get(a)!, costs.get(b)!];
    return rank(a) - rank(b) || to.cost - from.cost || (to.distance ?? 1) - (from.distance ?? 1);
  });
}
