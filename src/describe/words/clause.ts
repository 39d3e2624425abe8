import { foldCondition, type Plan, type PlanCondition } from '../../rule';
import { say } from '../../text';
import type { FieldNames } from './fields';
import { type Clause, grouped, negated } from './item';
import { bodyClause } from './members';

export { type Clause, inner, open } from './item';

/** Selections that a condition uses more than once are named in it, and told once behind it. */
export interface Told {
  readonly condition: Clause;
  readonly named: readonly { readonly name: string; readonly body: Clause }[];
}

/** The clauses of a plan's condition. */
export function clausesOf(plan: Plan, fields: FieldNames): Told {
  const { selections } = plan;
  const uses = usesIn(plan.condition);
  const bodyOf = (selection: number) => bodyClause(selections[selection]!.body, fields);
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
