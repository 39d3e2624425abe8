import { foldBody, foldCondition, type Plan, type PlanCondition, type PlanNode } from '../../rule';
import { say } from '../../text';
import type { FieldNames } from './fields';
import { type Clause, grouped, itemClause, negated } from './item';
import { listOf, type Paragraph } from './paragraph';

export type { Clause } from './item';

/** Selections that a condition uses more than once are named in it, and told once behind it. */
export interface Told {
  readonly condition: Clause;
  readonly named: readonly { readonly name: string; readonly body: Clause }[];
}

/** The clauses of a plan's condition. */
export function clausesOf(plan: Plan, fields: FieldNames): Told {
  const { selections } = plan;
  const uses = usesIn(plan.condition);
  const bodyOf = (selection: number) =>
    foldBody<PlanNode, Clause>(
      selections[selection]!.body,
      (item) => itemClause(item, fields),
      (parts, every) => grouped(every ? 'every' : 'some', parts),
      ({ field, quantifier }) => ({ kind: 'plain', words: say`\`${field}[${quantifier}]\` holds` }),
    );
  const condition = foldCondition<Clause>(plan.condition, {
    selection: (selection) =>
      (uses.get(selection) ?? 0) > 1
        ? { kind: 'plain', words: say`the part \`${selections[selection]!.name}\` holds` }
        : bodyOf(selection),
    not: negated,
    join: (parts, every) => grouped(every ? 'every' : 'some', parts),
  });
  const named = [...uses]
    .filter(([, count]) => count > 1)
    .map(([selection]) => ({ name: selections[selection]!.name, body: bodyOf(selection) }));
  return { condition, named };
}

/** How often each selection is used, in the order of first use. */
function usesIn(condition: PlanCondition): ReadonlyMap<number, number> {
  const uses = new Map<number, number>();
  foldCondition<void>(condition, {
    selection: (selection) => {
      uses.set(selection, (uses.get(selection) ?? 0) + 1);
    },
    not: () => undefined,
    join: () => undefined,
  });
  return uses;
}

/** A clause inside of another one: what has parts is in parentheses, so that nothing can be read in two ways. */
export function inner(clause: Clause): Paragraph {
  if (clause.kind === 'plain') return clause.words;
  if (clause.kind === 'not') {
    const words = inner(clause.part);
    return ['not ', ...(clause.part.kind === 'plain' ? ['(', ...words, ')'] : words)];
  }
  return ['(', ...open(clause), ')'];
}

/** A clause that stands alone: its parts without parentheses. */
export function open(clause: Clause): Paragraph {
  if (clause.kind !== 'every' && clause.kind !== 'some') return inner(clause);
  return listOf(clause.parts.map(inner), clause.kind === 'every' ? ', and ' : ', or ');
}

/** A condition as what has to hold, and what must not. */
export interface Split {
  readonly holds: readonly Clause[];
  readonly exceptions: readonly Clause[];
}

/** Parts what is required from the exceptions, each of which is enough. */
export function split(condition: Clause): Split {
  const parts = condition.kind === 'every' ? condition.parts : [condition];
  const exceptions = parts.flatMap((part) => (part.kind === 'not' ? [part.part] : []));
  return {
    holds: parts.filter((part) => part.kind !== 'not'),
    exceptions: exceptions.flatMap((part) => (part.kind === 'some' ? part.parts : [part])),
  };
}
