import { RULE } from '../limits';
import type { Alternative } from './ast';
import type { Condition } from './condition/ast';

/** Why a condition over rules is not resolved: it is true in too many ways, or they take too long to find. */
export type TooMany = 'alternatives' | 'joins';

/** What an alternative asks for, in order: twice the index of a rule, and one more if the rule must not occur. */
type Asked = readonly number[];

/**
 * The ways in which a condition over rules can be true; none contains another, and a contradiction has none. In: a
 * tree without quantifiers, and the index of each name. Beyond a limit: which one.
 */
export function alternativesOf(
  tree: Condition,
  indexOf: (name: string) => number,
): readonly Alternative[] | TooMany {
  const found = new Expansion(indexOf).expand(tree, false);
  return typeof found === 'string' ? found : found.map(alternative);
}

function alternative(asked: Asked): Alternative {
  const rules = (absent: number) =>
    asked.filter((one) => one % 2 === absent).map((one) => (one - absent) / 2);
  return { occur: rules(0), absent: rules(1) };
}

class Expansion {
  private joins = 0;

  constructor(private readonly indexOf: (name: string) => number) {}

  expand(node: Condition, negated: boolean): readonly Asked[] | TooMany {
    switch (node.kind) {
      case 'not':
        return this.expand(node.operand, !negated);
      case 'name':
        return [[2 * this.indexOf(node.name) + (negated ? 1 : 0)]];
      case 'quantifier':
        throw new Error('a condition over rules has no quantifier');
      default: {
        const parts: (readonly Asked[])[] = [];
        for (const operand of node.operands) {
          const part = this.expand(operand, negated);
          if (typeof part === 'string') return part;
          parts.push(part);
        }
        return (node.kind === 'and') !== negated ? this.together(parts) : few(smallest(parts.flat()));
      }
    }
  }

  /** Each of the parts in one of its ways. What is asked for in any case is joined last, and decides other parts. */
  private together(parts: readonly (readonly Asked[])[]): readonly Asked[] | TooMany {
    const always = joined(parts.flatMap((part) => (part.length === 1 ? part : [])));
    if (!always) return [];
    const given = new Set(always);
    let all: readonly Asked[] | null = null;
    for (const part of parts) {
      if (part.length === 1 || part.some((one) => isWithin(one, given))) continue;
      const open = part.filter((one) => !one.some((asked) => given.has(opposite(asked))));
      const free = smallest(open.map((one) => one.filter((asked) => !given.has(asked))));
      const next: readonly Asked[] | TooMany = all ? this.pairs(all, free) : free;
      if (typeof next === 'string') return next;
      all = next;
    }
    return (all ?? [[]]).flatMap((one) => {
      const whole = joined([one, always]);
      return whole ? [whole] : [];
    });
  }

  private pairs(all: readonly Asked[], more: readonly Asked[]): readonly Asked[] | TooMany {
    const made: Asked[] = [];
    for (const one of all) {
      const own = new Set(one);
      // What asks for this anyway needs no more; every pair with it would only ask for more.
      if (more.some((other) => isWithin(other, own))) {
        made.push(one);
        continue;
      }
      this.joins += more.length;
      if (this.joins > RULE.joins.value) return 'joins';
      for (const other of more) {
        const both = joined([one, other]);
        if (both) made.push(both);
      }
    }
    return few(smallest(made));
  }
}

function few(all: readonly Asked[]): readonly Asked[] | TooMany {
  return all.length > RULE.alternatives.value ? 'alternatives' : all;
}

/** All at once; null if a rule would have to occur and not to occur. */
function joined(all: readonly Asked[]): Asked | null {
  const asked = new Set(all.flat());
  for (const one of asked) if (asked.has(opposite(one))) return null;
  return [...asked].sort((a, b) => a - b);
}

function opposite(asked: number): number {
  return asked ^ 1;
}

/** Those that contain no other one, the shortest first; of equal ones the first. Beyond the limit, one more than it. */
function smallest(all: readonly Asked[]): Asked[] {
  const different = new Map<string, Asked>();
  for (const one of all) {
    const key = one.join();
    if (!different.has(key)) different.set(key, one);
  }
  const kept: Asked[] = [];
  for (const one of [...different.values()].sort((a, b) => a.length - b.length)) {
    if (kept.length > RULE.alternatives.value) break;
    const own = new Set(one);
    if (!kept.some((other) => isWithin(other, own))) kept.push(one);
  }
  return kept;
}

function isWithin(part: Asked, whole: ReadonlySet<number>): boolean {
  return part.every((asked) => whole.has(asked));
}
