import type { Coverage, SigmaEvent } from '../../event';
import type { Plan } from '../../rule';
import { RuleGroup } from './rule-group';

/** After this many events, what they hold is known well enough. */
const LESSON = 1000;

/** Fewer plans than this are fast however they are searched. */
const FEW = 100;

/**
 * A group of rules that learns once what its events hold, and from then on searches for what is rare in them. Its
 * answers are the same before and after.
 */
export class LearningGroup {
  private group: RuleGroup;
  private seen = 0;

  constructor(
    private readonly plans: readonly Plan[],
    private readonly positions: readonly number[],
  ) {
    this.group = new RuleGroup(plans, positions);
  }

  /** Adds the positions of the plans that match the event to `matches`. */
  match(event: SigmaEvent, coverage: Coverage, matches: number[]): void {
    if (++this.seen === LESSON && this.plans.length >= FEW)
      this.group = new RuleGroup(this.plans, this.positions, this.group.observed());
    this.group.match(event, coverage, matches);
  }
}
