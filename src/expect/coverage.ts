import type { SigmaEvent } from '../event';
import { Evaluator } from '../match';
import type { CompiledRule } from '../rule';

/** Which selections and values of a rule its tests exercise: those that some event of a test matches. */
export class TestCoverage {
  private readonly values: Uint32Array;
  private readonly selections: Uint32Array;
  private readonly evaluator: Evaluator;

  constructor(private readonly rule: CompiledRule) {
    const { plan } = rule;
    this.evaluator = new Evaluator(plan);
    this.values = new Uint32Array(plan.values.length);
    this.selections = new Uint32Array(plan.selections.length);
  }

  /** Adds the events of a test. */
  add(events: readonly SigmaEvent[]): void {
    for (const event of events) {
      this.evaluator.evaluate(event);
      this.evaluator.tally(this.values, this.selections);
    }
  }

  /** The names of the selections that no event matches. */
  get idleSelections(): string[] {
    return this.rule.plan.selections.flatMap(({ name, index }) =>
      this.selections[index] === 0 ? [name] : [],
    );
  }

  /** The values that no event matches, as ranges in the rule's text. */
  get idleValues() {
    return this.rule.plan.values.filter(({ id }) => this.values[id] === 0).map(({ scalar }) => scalar.range);
  }

  /** How many selections and values there are. */
  get all(): number {
    return this.values.length + this.selections.length;
  }

  /** How many of them some event matches. */
  get exercised(): number {
    const isHit = (count: number) => count > 0;
    return [...this.values].filter(isHit).length + [...this.selections].filter(isHit).length;
  }
}
