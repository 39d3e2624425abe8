import { findItem, itemsOf } from '../rule';
import type { Miss } from './miss';
import { missCost } from './miss-of';
import type {
  Cause,
  ConditionTrace,
  ItemTrace,
  MembersTrace,
  MemberTrace,
  NodeTrace,
  SelectionTrace,
} from './trace';

/** A change of some leaves, and its cost. */
export interface Change {
  readonly cost: number;
  /** How far its values are from a match, to rank changes of equal cost; null if more than values has to change. */
  readonly distance: number | null;
  readonly causes: readonly Cause[];
}

const NOTHING: Change = { cost: 0, distance: 0, causes: [] };

/**
 * The smallest change that would turn a miss into a match: the leaves that would have to differ. Costs are those of
 * `missCost`, added up if several leaves are needed. Of alternatives, the cheapest counts.
 */
export function nearestCauses(body: Explained): readonly Cause[] {
  return [...nearestChange(body).causes].sort((a, b) => missCost(a.miss) - missCost(b.miss));
}

/** An explained body: of the rule about an event, or of a block about one member. */
type Explained = Pick<MemberTrace, 'condition' | 'selections'>;

/** The same with its cost; nothing for what matches. Causes are of the body's own selections. */
export function nearestChange({ condition, selections }: Explained): Change {
  return towards(condition, true, selections);
}

function towards(node: ConditionTrace, wanted: boolean, selections: readonly SelectionTrace[]): Change {
  if (node.matched === wanted) return NOTHING;
  switch (node.kind) {
    case 'selection': {
      const selection = selections[node.selection!]!;
      return wanted ? fulfil(selection.body, node.selection!) : blocked(selection, node.selection!);
    }
    case 'not':
      return towards(node.children[0]!, !wanted, selections);
    default:
      return join(
        node.children.map((child) => towards(child, wanted, selections)),
        node.every === wanted,
      );
  }
}

/** `together`: all of the changes are needed; otherwise the cheapest is enough. */
function join(changes: readonly Change[], together: boolean): Change {
  if (!together)
    return changes.reduce((a, b) => {
      const nearer = a.distance !== null && b.distance !== null && b.distance < a.distance;
      return b.cost < a.cost || (b.cost === a.cost && nearer) ? b : a;
    });
  return {
    cost: changes.reduce((sum, c) => sum + c.cost, 0),
    distance: changes.reduce<number | null>(
      (sum, { distance }) => (sum === null || distance === null ? null : sum + distance),
      0,
    ),
    causes: changes.flatMap((c) => c.causes),
  };
}

function blocked(selection: SelectionTrace, index: number): Change {
  const leaf = findItem(selection.body, (item) => item.matched);
  const value = leaf?.values.find((v) => v.matched);
  const item = leaf && {
    field: leaf.field,
    modifiers: leaf.modifiers,
    all: leaf.all,
    negated: leaf.negated,
    written:
      (value ?? (leaf.negated && leaf.values.length === 1 ? leaf.values[0] : undefined))?.written ?? null,
    count: leaf.values.length,
    absent: leaf.field !== null && leaf.eventField === null,
  };
  return {
    cost: 1,
    distance: null,
    causes: [
      {
        selection: index,
        item: leaf?.rule ?? selection.rule,
        value: value?.id ?? null,
        miss: {
          reason: 'blocked by negated',
          by: 'condition',
          field: leaf?.field ?? null,
          selection: selection.name,
          item,
        },
      },
    ],
  };
}

/** The field's value, if it is short enough to write into a rule. */
function actualOf(node: ItemTrace): { actual?: string } {
  const usable = node.eventValue !== null && node.eventValue.length <= MAX_ACTUAL;
  return usable ? { actual: node.eventValue! } : {};
}

const MAX_ACTUAL = 300;

function fulfil(node: NodeTrace, selection: number): Change {
  if (node.matched) return NOTHING;
  if (node.kind === 'members') return fulfilMembers(node, selection);
  if (node.kind !== 'item') {
    return join(
      node.children.map((child) => fulfil(child, selection)),
      node.kind === 'every',
    );
  }
  if (node.negated) {
    return {
      cost: 1,
      distance: null,
      causes: [{ selection, item: node.rule, value: null, miss: node.miss! }],
    };
  }
  const changes = node.values.map(
    (value): Change =>
      value.miss
        ? {
            cost: missCost(value.miss),
            distance: value.miss.distance ?? 1,
            causes: [{ selection, item: node.rule, value: value.id, miss: value.miss, ...actualOf(node) }],
          }
        : NOTHING,
  );
  const change = join(changes, node.all);
  // For alternatives, one cause stands for all and carries the item's reason.
  if (node.all || node.values.length < 2 || !node.miss) return change;
  return {
    ...change,
    causes: change.causes.slice(0, 1).map((cause) => ({ ...cause, miss: node.miss! })),
  };
}

/** The change of members that a block needs: of one for `any`, of all that stand in its way for the others. */
export function fulfilMembers(block: MembersTrace, selection: number): Change {
  const { members, quantifier, rule } = block;
  const alone = ownMiss(block);
  if (alone) {
    const causes = [{ selection, item: rule, value: null, miss: alone }];
    return { cost: missCost(alone) * Math.max(1, block.satisfying), distance: null, causes };
  }
  const changes = members
    .filter(({ matched }) => !matched)
    .map((member) => ofMember(member, nearestChange(member), block, selection));
  if (quantifier === 'any') return join(changes, false);
  const { cost, causes } = join(changes, true);
  const left = block.count - block.satisfying - changes.length;
  return { cost: cost + left, distance: null, causes };
}

/** Why a block does not match, if that is not about fields of members. */
function ownMiss(block: MembersTrace): Miss | null {
  const { field, quantifier, atPosition, absent, absence } = block;
  const [first] = block.members;
  if (!first)
    return { reason: 'no member', field, quantifier: atPosition ? null : quantifier, absent, ...absence };
  return quantifier === 'none' ? { reason: 'member matches', field, member: first.name } : null;
}

/** A change of one member, as a change of the event. */
function ofMember(member: MemberTrace, change: Change, block: MembersTrace, selection: number): Change {
  const at = { name: member.name, holds: holdingFields(member), others: block.count - 1 };
  const causes = change.causes.map(
    (cause): Cause => ({
      ...cause,
      selection,
      members: [member.name, ...(cause.members ?? [])],
      // The innermost member is named as a whole: `rules[0].ip[1]`.
      miss: cause.miss.inMember ? cause.miss : { ...cause.miss, inMember: at },
    }),
  );
  return { ...change, causes };
}

/** The most fields of a member that a sentence names. */
const MOST_HOLDING = 2;

/** The first fields of a member that are as the body wants them. */
function holdingFields({ selections }: MemberTrace): readonly string[] {
  const fields = selections.flatMap(({ body }) =>
    itemsOf(body).flatMap(({ field, matched }) =>
      matched && field !== null && field !== '.' ? [field] : [],
    ),
  );
  return [...new Set(fields)].slice(0, MOST_HOLDING);
}
