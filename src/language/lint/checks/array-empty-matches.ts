import {
  blocksOf,
  conditionHolds,
  foldBody,
  type MemberQuantifier,
  type PlanBody,
  type PlanNode,
} from '../../../rule';
import { prose, type Range } from '../../../text';
import { type Check, findsOthers, replace } from '../check';

/** What an absent or empty array satisfies. */
const OF_EMPTY: ReadonlySet<MemberQuantifier> = new Set(['all_or_empty', 'none']);

export const arrayEmptyMatches: Check<'array-empty-matches'> = {
  id: 'array-empty-matches',
  severity: 'warning',
  since: 'proposals',
  finds: 'A rule that every event without the array matches',
  why: '`[all_or_empty]` and `[none]` match where the array is absent or empty. With nothing else to look for, the rule matches every event of the log source that lacks the field. Add what the events have to be, or use `[all]`.',
  bad: "sigma-version: 3\ndetection:\n    selection:\n        connections«[all_or_empty]»:\n            protocol: 'TCP'\n    condition: selection",
  good: "sigma-version: 3\ndetection:\n    selection:\n        connections[all]:\n            protocol: 'TCP'\n    condition: selection",
  rule({ kind, plan, text }, report) {
    if (kind !== 'detection' || !plan) return;
    const blocks = plan.selections.flatMap(({ body }) => blocksOf<PlanNode>(body));
    const open = blocks.filter(({ quantifier }) => OF_EMPTY.has(quantifier));
    const [first] = open;
    if (!first || !matchesNothing(plan)) return;
    const at: Range = first.quantifierRange;
    report(
      at,
      prose(
        'Every event of the log source without this array matches. Add what else the events have to be, or use `[all]`.',
      ),
      first.quantifier === 'all_or_empty' && text[at.start] === '['
        ? findsOthers(replace(prose('Change to `[all]`'), at, '[all]'))
        : null,
    );
  },
};

/** True if a detection matches an event that has none of its fields. */
function matchesNothing({ condition, selections }: PlanBody): boolean {
  return conditionHolds(condition, (selection) =>
    foldBody<PlanNode, boolean>(
      selections[selection]!.body,
      () => false,
      (children, every) => (every ? children.every(Boolean) : children.some(Boolean)),
      ({ quantifier }) => OF_EMPTY.has(quantifier),
    ),
  );
}
