import { foldBody, foldCondition, type PlanBody, type PlanMembers, type PlanNode } from '../../rule';
import { code, say, type Words } from '../../text';
import { type Block, isAtPosition } from '../members';
import type { Names } from './fields';
import { type Clause, grouped, inner, itemClause, negated } from './item';

/** Fields of a member are named as they are. `.` is the member itself. */
const OF_MEMBER: Names = {
  somewhere: ['it somewhere'],
  of: (field) => (field === '.' ? ['it'] : [code(field)]),
};

/** The body of a selection as a clause. */
export function bodyClause(body: PlanNode, names: Names): Clause {
  return foldBody<PlanNode, Clause>(
    body,
    (item) => itemClause(item, names),
    (parts, every) => grouped(every ? 'every' : 'some', parts),
    membersClause,
  );
}

/** A block about members as a clause: `in at least one member of connections, (protocol is TCP, and ip is in the network …)`. */
function membersClause(block: PlanMembers): Clause {
  return { kind: 'plain', words: [...membersWords(block), ', ', ...inner(conditionClause(block))] };
}

function conditionClause({ condition, selections }: PlanBody): Clause {
  return foldCondition<Clause>(condition, {
    selection: (selection) => bodyClause(selections[selection]!.body, OF_MEMBER),
    not: negated,
    join: (parts, every) => grouped(every ? 'every' : 'some', parts),
  });
}

/** Which members a block is about, before what it says of them: `in at least one member of connections`. */
export function membersWords(block: Block): Words {
  const array = code(block.field);
  switch (block.quantifier) {
    case 'any':
      return isAtPosition(block) ? say`in ${array}` : say`in at least one member of ${array}`;
    case 'all':
      return say`in each member of ${array}, and it has one`;
    case 'all_or_empty':
      return say`in each member of ${array}, if it has any`;
    case 'none':
      return say`in no member of ${array}`;
  }
}
