import type { Condition } from './ast';

const BINDING = { or: 1, and: 2, not: 3, quantifier: 4, name: 4 } as const;

/** A condition as text, without unneeded parentheses. Parsing it gives the same tree. */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'name':
      return condition.name;
    case 'quantifier':
      return `${condition.every ? 'all' : '1'} of ${condition.pattern}`;
    case 'not':
      return `not ${inside(condition.operand, BINDING.not)}`;
    default:
      return condition.operands
        .map((o) => inside(o, BINDING[condition.kind] + 1))
        .join(` ${condition.kind} `);
  }
}

function inside(condition: Condition, needed: number): string {
  const text = printCondition(condition);
  return BINDING[condition.kind] < needed ? `(${text})` : text;
}
