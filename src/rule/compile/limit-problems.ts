import { RULE } from '../../limits';
import { type Diagnostic, say } from '../../text';
import type { RuleCode } from '../codes';

const GRAVITY = { info: 0, warning: 1, error: 2 } as const;

/**
 * At most `RULE.problems` of `sorted`, in their order. If some are left out, a last diagnostic says how many. The
 * first of each code is kept, so that every kind of problem is reported; of the rest, the most severe.
 */
export function limitProblems<Code extends string>(
  sorted: readonly Diagnostic<Code | RuleCode>[],
): readonly Diagnostic<Code | RuleCode>[] {
  if (sorted.length <= RULE.problems.value) return sorted;
  const firsts = new Set(new Map(sorted.toReversed().map((d) => [d.code, d])).values());
  const others = sorted.filter((d) => !firsts.has(d)).sort((a, b) => gravity(b) - gravity(a));
  const room = Math.max(0, RULE.problems.value - firsts.size);
  const chosen = new Set([...firsts, ...others.slice(0, room)]);
  const told = sorted.filter((d) => chosen.has(d));
  const { severity, lint } = others[room]!;
  const more = sorted.length - told.length;
  return [
    ...told,
    {
      code: 'problems-too-many',
      severity,
      range: told[told.length - 1]!.range,
      message: say`There ${more === 1 ? 'is 1 more problem' : `are ${more} more problems`} in this text, not listed here. Fix these first.`,
      ...(lint ? { lint } : {}),
    },
  ];
}

function gravity({ severity, lint }: Diagnostic<string>): number {
  return severity === 'error' && !lint ? 3 : GRAVITY[severity];
}
