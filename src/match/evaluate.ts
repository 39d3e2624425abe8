import type { Coverage, EventSource, SigmaEvent } from '../event';
import { coverage, Recogniser } from '../event';
import type { Plan } from '../rule';
import { viewFor } from './alternative-view';
import { bodyMatches, nodeMatches } from './body';
import { matchingValues } from './matching-values';
import type { Verdict } from './trace';
import type { EventView } from './view';

export interface MatchOptions {
  /** Tries the rule on every event, whatever its log source. */
  readonly ignoreLogsource?: boolean;
}

/**
 * Runs one plan over many events. Keeps scratch space, so that an event costs no allocation; do not share it between
 * plans. `explain` walks the same plan with the same predicates.
 */
export class Evaluator {
  readonly view: EventView;

  constructor(readonly plan: Plan) {
    this.view = viewFor(plan, plan.readings);
  }

  /** Whether and how the rule's log source covers the event's. */
  coverage(event: SigmaEvent): Coverage {
    const source = this.recogniser.recognise(event);
    // There are few sources: asking once for each keeps the table off the hot path.
    this.coverages[source.id] ??= coverage(this.plan.logsource, source, this.plan.mapping);
    return this.coverages[source.id]!;
  }

  /** Where the event comes from. Equal sources are the same object. */
  source(event: SigmaEvent): EventSource {
    return this.recogniser.recognise(event);
  }

  private readonly recogniser = new Recogniser();
  private readonly coverages: Coverage[] = [];

  /** The verdict on a readable event (semantics.md, "Log source"). */
  verdict(event: SigmaEvent, options: MatchOptions = {}): Verdict {
    const cover = this.coverage(event);
    if (!options.ignoreLogsource && !cover.applicable) return 'not applicable';
    this.view.turnTo(event, cover);
    return bodyMatches(this.plan, this.view) ? 'match' : 'no match';
  }

  /** The result of the detection, ignoring the log source. */
  evaluate(event: SigmaEvent): boolean {
    this.view.turnTo(event, this.coverage(event));
    return bodyMatches(this.plan, this.view);
  }

  /** Names of the selections that match the event, in the order of the rule. */
  matchedSelections(event: SigmaEvent): string[] {
    this.view.turnTo(event, this.coverage(event));
    return this.plan.selections.filter(({ body }) => nodeMatches(body, this.view)).map(({ name }) => name);
  }

  /**
   * Adds one to the count of each value and each selection that matches the event, without short-circuiting. The
   * event must be that of the last call of `verdict` or `evaluate`.
   */
  tally(values: number[] | Uint32Array, selections: number[] | Uint32Array): void {
    for (const id of matchingValues(this.plan, this.view)) values[id] = values[id]! + 1;
    for (const { body, index } of this.plan.selections)
      if (nodeMatches(body, this.view)) selections[index] = selections[index]! + 1;
  }
}

/** Whether the detection matches, ignoring the log source. For one event; an `Evaluator` is cheaper for many. */
export function evaluate(plan: Plan, event: SigmaEvent): boolean {
  return new Evaluator(plan).evaluate(event);
}
