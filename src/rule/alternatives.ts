import { RULE } from '../limits';
import type { Alternative } from './ast';
import type { Condition } from './condition/ast';

/**
 * The ways in which a condition over rules can be true; none contains another, and a contradiction has none. In: a
 * tree without quantifiers, and the index of each name. Null beyond the limit.
 */
export function alternativesOf(
  tree: Condition,
  indexOf: (name: string) => number,
): readonly Alternative[] | null {
  return expand(tree, indexOf, false);
}

function expand(
  node: Condition,
  indexOf: (name: string) => number,
  negated: boolean,
): readonly Alternative[] | null {
  switch (node.kind) {
    case 'not':
      return expand(node.operand, indexOf, !negated);
    case 'name': {
      const rule = indexOf(node.name);
      return [negated ? { occur: [], absent: [rule] } : { occur: [rule], absent: [] }];
    }
    case 'quantifier':
      throw new Error('a condition over rules has no quantifier');
    default: {
      const together = (node.kind === 'and') !== negated;
      let all: readonly Alternative[] = together ? [{ occur: [], absent: [] }] : [];
      for (const operand of node.operands) {
        const more = expand(operand, indexOf, negated);
        if (!more) return null;
        all = smallest(
          together ? all.flatMap((one) => more.flatMap((other) => joined(one, other))) : [...all, ...more],
        );
        if (all.length > RULE.alternatives.value) return null;
      }
      return all;
    }
  }
}

/** Both at once; nothing if a rule would have to occur and not to occur. */
function joined(one: Alternative, other: Alternative): Alternative[] {
  const occur = union(one.occur, other.occur);
  const absent = union(one.absent, other.absent);
  return occur.some((rule) => absent.includes(rule)) ? [] : [{ occur, absent }];
}

function union(one: readonly number[], other: readonly number[]): number[] {
  return [...new Set([...one, ...other])].sort((a, b) => a - b);
}

/** Those that contain no other one, the shortest first; of equal ones the first. Beyond the limit, one more than it. */
function smallest(all: readonly Alternative[]): Alternative[] {
  const kept: Alternative[] = [];
  const asks = ({ occur, absent }: Alternative) => occur.length + absent.length;
  for (const one of [...all].sort((a, b) => asks(a) - asks(b))) {
    if (kept.length > RULE.alternatives.value) break;
    if (!kept.some((other) => within(other.occur, one.occur) && within(other.absent, one.absent)))
      kept.push(one);
  }
  return kept;
}

function within(part: readonly number[], whole: readonly number[]): boolean {
  return part.every((rule) => whole.includes(rule));
}
