import type { SigmaEvent } from '../../event';
import type { Plan } from '../../rule';
import { RuleSet, type SetOptions } from './rule-set';

/** The plans of a `RuleSet` with the same answers, asked one by one: slower, but it is known which plan fails or hangs. */
export class OneByOne {
  private readonly sets: (RuleSet | undefined)[] = [];

  constructor(
    private readonly plans: readonly Plan[],
    private readonly options: SetOptions = {},
  ) {}

  /** True where the plan at this position matches the event. */
  matches(position: number, event: SigmaEvent): boolean {
    this.sets[position] ??= new RuleSet([this.plans[position]!], { ...this.options, without: NONE });
    return this.sets[position].match(event).length > 0;
  }
}

const NONE: ReadonlySet<number> = new Set();
