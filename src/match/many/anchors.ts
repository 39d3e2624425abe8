import type { Plan, PlanItem, PlanNode, PlanValue, Predicate } from '../../rule';
import { foldBody, foldCondition, NumberPredicate } from '../../rule';
import { literalsOf } from './literals';

/** A predicate on one field of a plan; slot -1 for keywords. A block about members has none. */
export interface Anchor {
  readonly slot: number;
  readonly predicate: Predicate;
}

/** How often a predicate can be expected to pass, from 0 (never) to 1. */
export type AnchorExpectation = (anchor: Anchor) => number;

/**
 * Predicates of which at least one passes on every event that the plan matches; of several such sets, the one
 * expected to pass least often. Null if the plan has none (it matches by what is absent): then it has to be tried on
 * every event.
 */
export function anchorsOf(plan: Plan, expect: AnchorExpectation): readonly Anchor[] | null {
  return new AnchorFinder(plan, expect).find()?.anchors ?? null;
}

interface Candidate {
  readonly anchors: readonly Anchor[];
  readonly cost: number;
}

class AnchorFinder {
  constructor(
    private readonly plan: Plan,
    private readonly expect: AnchorExpectation,
  ) {}

  find(): Candidate | null {
    const { condition, selections } = this.plan;
    return foldCondition<Candidate | null>(condition, {
      selection: (index) =>
        foldBody<PlanNode, Candidate | null>(
          selections[index]!.body,
          (item) => this.item(item),
          combine,
          () => null,
        ),
      not: () => null,
      join: combine,
    });
  }

  private item(item: PlanItem): Candidate | null {
    if (item.negated) return null;
    return combine(
      item.values.map((value) => this.value(value, item.slot)),
      item.all,
    );
  }

  private value(value: PlanValue, slot: number): Candidate | null {
    return combine(
      value.variants.map(({ predicate }) => {
        const anchor = { slot, predicate };
        return canAnchor(anchor) ? { anchors: [anchor], cost: this.expect(anchor) } : null;
      }),
      false,
    );
  }
}

/** If every part has to hold, the best candidate is enough; if any is enough, all are needed. */
function combine(candidates: readonly (Candidate | null)[], every: boolean): Candidate | null {
  if (every) {
    let best: Candidate | null = null;
    for (const candidate of candidates)
      if (candidate && (!best || candidate.cost < best.cost)) best = candidate;
    return best;
  }
  if (candidates.length === 0 || candidates.some((c) => c === null)) return null;
  const all = candidates as Candidate[];
  return { anchors: all.flatMap((c) => c.anchors), cost: all.reduce((sum, c) => sum + c.cost, 0) };
}

function canAnchor({ slot, predicate }: Anchor): boolean {
  return (slot >= 0 && predicate instanceof NumberPredicate) || literalsOf(predicate) !== null;
}
