import type { SigmaEvent } from '../event';
import { pathTrees } from '../event';
import { absenceAt, Evaluator, type EventView, type MatchOptions, membersOf } from '../match';
import {
  type FieldPath,
  foldBody,
  type Plan,
  type PlanBody,
  type PlanItem,
  type PlanMembers,
  type PlanNode,
} from '../rule';

/** A selector in a rule, and what the events have in the place that it asks for an array. */
export interface ArraySeen {
  readonly of: PlanItem | PlanMembers;
  /** The way to the array, from the event or the member that the selector is about. */
  readonly path: FieldPath;
  /** Null for a quantifier. */
  readonly position: number | null;
  /** How many events or members were looked at, and in how many of them something is there. */
  readonly asked: number;
  readonly there: number;
  /** How many arrays there were, and the length of the longest. */
  readonly arrays: number;
  readonly longest: number;
  /** The position is in one of the arrays. */
  readonly isReached: boolean;
  /** The name that an event has instead, with its selectors, as a rule writes it. */
  readonly other: string | null;
}

/** Events between two looks at the clock. */
const PIECE = 256;
/** Further members of one block are of the same shape, or too many to look at. */
const MOST_MEMBERS = 1000;

type Claim = { -readonly [K in keyof ArraySeen]: ArraySeen[K] };

/**
 * For each selector of a rule, in its order, what the events have there that the rule's log source covers. Nothing is
 * looked up for a rule without selectors. A step is a few hundred events.
 */
export function* arraysSeen(
  plan: Plan,
  events: readonly SigmaEvent[],
  { ignoreLogsource = false }: MatchOptions = {},
): Generator<undefined, readonly ArraySeen[]> {
  const claims = claimsOf(plan);
  if (claims.length === 0) return [];
  const evaluator = new Evaluator(plan);
  for (const [i, event] of events.entries()) {
    if (i % PIECE === PIECE - 1) yield;
    const coverage = evaluator.coverage(event);
    if (!ignoreLogsource && !coverage.applicable) continue;
    evaluator.view.turnTo(event, coverage);
    lookIn(claims, evaluator.view);
  }
  return allOf(claims).map(({ claim }) => claim);
}

/** A selector and, for a block, those inside of it. */
interface Asked {
  readonly claim: Claim;
  readonly block: PlanMembers | null;
  readonly inside: readonly Asked[];
}

function allOf(asked: readonly Asked[]): Asked[] {
  return asked.flatMap((one) => [one, ...allOf(one.inside)]);
}

function claimsOf({ selections }: PlanBody): Asked[] {
  return selections.flatMap(({ body }) =>
    foldBody<PlanNode, Asked[]>(
      body,
      (item) => positionsOf(item, item.path ?? []),
      (parts) => parts.flat(),
      (block) => {
        const positions = positionsOf(block, block.path);
        const inside = claimsOf(block);
        const last = positions[positions.length - 1];
        return last && typeof block.path[block.path.length - 1] === 'number'
          ? [...positions.slice(0, -1), { ...last, block, inside }]
          : [...positions, { claim: claimOf(block, block.path, null), block, inside }];
      },
    ),
  );
}

function positionsOf(of: PlanItem | PlanMembers, path: FieldPath): Asked[] {
  return path.flatMap((step, i) =>
    typeof step === 'number' ? [{ claim: claimOf(of, path.slice(0, i), step), block: null, inside: [] }] : [],
  );
}

function claimOf(of: PlanItem | PlanMembers, path: FieldPath, position: number | null): Claim {
  const nothing = { asked: 0, there: 0, arrays: 0, longest: 0, isReached: false, other: null };
  return { of, path, position, ...nothing };
}

function lookIn(asked: readonly Asked[], view: EventView): void {
  for (const { claim, block, inside } of asked) {
    look(claim, view);
    if (!block || inside.length === 0) continue;
    const members = membersOf(block, view);
    const within = view.inside(block);
    for (const member of members.slice(0, MOST_MEMBERS)) lookIn(inside, within.turnTo(view, member));
  }
}

function look(claim: Claim, view: EventView): void {
  claim.asked++;
  const { path, position } = claim;
  const values = pathTrees(view.coverage, view.event, path).map(({ value }) => value);
  const isThere = values.some((value) => value !== undefined && value !== null);
  if (isThere) claim.there++;
  else if (claim.there === 0 && claim.other === null && values.length === 0)
    claim.other = absenceAt(position === null ? path : [...path, position], view).otherField ?? null;
  for (const value of values) {
    if (!Array.isArray(value)) continue;
    claim.arrays++;
    claim.longest = Math.max(claim.longest, value.length);
    if (position !== null && (position < 0 ? -position <= value.length : position < value.length))
      claim.isReached = true;
  }
}
