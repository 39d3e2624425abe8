import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SigmaEvent } from '../event';
import type { EventView } from '../match';
import { Evaluator, valueMatches } from '../match';
import type { Plan, PlanItem, PlanNode } from '../rule';
import { foldBody, foldCondition } from '../rule';

/** The results of pySigma's SQLite backend on the recordings: for each event, the ids of the rules that match. */
export interface SecondOpinion {
  readonly rules_covered: number;
  readonly rules_not_covered: readonly string[];
  readonly events: readonly {
    readonly recording: string;
    readonly event: number;
    readonly rules: readonly string[];
  }[];
}

export function secondOpinion(shared: string): SecondOpinion {
  return JSON.parse(readFileSync(join(shared, 'corpus', 'second-opinion.json'), 'utf8'));
}

/** The ways in which the second opinion reads a rule differently from semantics.md. Each can be switched off. */
export type Habit = (typeof HABITS)[number];

export const HABITS = [
  /** It cannot search for keywords. */
  'keywords',
  /** A field with spaces in its name does not match the name without them. */
  'spaces',
  /** SQL: a comparison with an absent field is neither true nor false, and nor is its negation. */
  'absent',
] as const;

/** True, false, or SQL's NULL. */
type Truth = boolean | null;

/**
 * The answer of a database to a rule: our own predicates, joined in SQL's three-valued logic. It models the other
 * engine's habits, not its matching, so that switching off habits shows the cause of a difference.
 */
export class SqlReader {
  private readonly evaluator: Evaluator;
  private readonly view: EventView;

  constructor(private readonly plan: Plan) {
    this.evaluator = new Evaluator(plan);
    this.view = this.evaluator.view;
  }

  matches(event: SigmaEvent, habits: readonly Habit[]): boolean {
    this.view.turnTo(event, this.evaluator.coverage(event));
    const { condition, selections } = this.plan;
    const join = (children: Truth[], every: boolean) => join3(every, children);
    const truth = foldCondition<Truth>(condition, {
      selection: (index) =>
        foldBody<PlanNode, Truth>(
          selections[index]!.body,
          (item) => this.item(item, habits),
          join,
          () => null,
        ),
      not,
      join,
    });
    return truth === true;
  }

  private item(item: PlanItem, habits: readonly Habit[]): Truth {
    if (item.slot < 0 && habits.includes('keywords')) return null;
    const renamed = this.isRenamed(item, habits);
    const unknown = renamed || (habits.includes('absent') && this.isNull(item));
    const values = item.values.map((value): Truth => {
      // Only IS NULL and IS NOT NULL give an answer for an absent field.
      const presence = value.scalar.value === null || item.modifiers.includes('exists');
      return unknown && !presence ? null : valueMatches(value, item.slot, this.view);
    });
    const joined = join3(item.all, values);
    return item.negated ? not(joined) : joined;
  }

  private isNull(item: PlanItem): boolean {
    if (item.slot < 0) return false;
    const { present, readings } = this.view.slot(item.slot);
    return !present || readings.some((reading) => reading.value === null);
  }

  /** True if the field exists only under a name with spaces. */
  private isRenamed(item: PlanItem, habits: readonly Habit[]): boolean {
    return item.field !== null && habits.includes('spaces') && spacedNames(this.view.event).has(item.field);
  }
}

const spaced = new WeakMap<SigmaEvent, ReadonlySet<string>>();

/** Names that the event matches only because one of its own is equal except for spaces. */
function spacedNames(event: SigmaEvent): ReadonlySet<string> {
  let names = spaced.get(event);
  if (!names) {
    const own = new Set(event.fields());
    const without = [...own].filter((name) => name.includes(' ')).map((name) => name.replaceAll(' ', ''));
    names = new Set(without.filter((name) => !own.has(name)));
    spaced.set(event, names);
  }
  return names;
}

function not(value: Truth): Truth {
  return value === null ? null : !value;
}

function join3(every: boolean, values: readonly Truth[]): Truth {
  if (values.includes(!every)) return !every;
  return values.includes(null) ? null : every;
}
