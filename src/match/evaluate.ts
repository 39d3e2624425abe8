import type { Coverage, EventSource, SigmaEvent } from '../event';
import { coverage, Recogniser } from '../event';
import type { Plan, PlanCondition, PlanItem, PlanNode, PlanValue } from '../rule';
import { planItems } from '../rule';
import { viewFor } from './alternative-view';
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
    this.view = viewFor(plan.fields, plan.readings);
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
    return this.condition(this.plan.condition) ? 'match' : 'no match';
  }

  /** The result of the detection, ignoring the log source. */
  evaluate(event: SigmaEvent): boolean {
    this.view.turnTo(event, this.coverage(event));
    return this.condition(this.plan.condition);
  }

  /** Names of the selections that match the event, in the order of the rule. */
  matchedSelections(event: SigmaEvent): string[] {
    this.view.turnTo(event, this.coverage(event));
    return this.plan.selections.filter(({ body }) => this.node(body)).map(({ name }) => name);
  }

  /**
   * Adds one to the count of each value and each selection that matches the event, without short-circuiting. The
   * event must be that of the last call of `verdict` or `evaluate`.
   */
  tally(values: number[] | Uint32Array, selections: number[] | Uint32Array): void {
    for (const value of this.plan.values) if (this.valueOf(value)) values[value.id] = values[value.id]! + 1;
    for (const { body, index } of this.plan.selections)
      if (this.node(body)) selections[index] = selections[index]! + 1;
  }

  private readonly slotOfValue = new Map<PlanValue, number>();

  private valueOf(value: PlanValue): boolean {
    let slot = this.slotOfValue.get(value);
    if (slot === undefined) {
      for (const [item] of planItems(this.plan))
        for (const one of item.values) this.slotOfValue.set(one, item.slot);
      slot = this.slotOfValue.get(value)!;
    }
    return valueMatches(value, slot, this.view);
  }

  private condition(node: PlanCondition): boolean {
    switch (node.kind) {
      case 'selection':
        return this.node(this.plan.selections[node.selection]!.body);
      case 'not':
        return !this.condition(node.children[0]);
      default: {
        const every = node.kind === 'every';
        for (const child of node.children) if (this.condition(child) !== every) return !every;
        return every;
      }
    }
  }

  private node(node: PlanNode): boolean {
    if (node.kind === 'item') return itemMatches(node, this.view);
    const every = node.kind === 'every';
    for (const child of node.children) if (this.node(child) !== every) return !every;
    return every;
  }
}

/** Tests one value against its field. It passes if any of its variants does. */
export function valueMatches(value: PlanValue, slot: number, view: EventView): boolean {
  const state = slot < 0 ? view.keywords() : view.slot(slot);
  const { variants } = value;
  for (let i = 0; i < variants.length; i++) if (variants[i]!.predicate.matches(state, view)) return true;
  return false;
}

/** Tests an item against its field: all of its values have to pass, or any; `neq` negates. */
export function itemMatches(item: PlanItem, view: EventView): boolean {
  const joined = valuesMatch(item, view);
  return item.negated ? !joined && !lacksField(item, view) : joined;
}

function valuesMatch({ all: every, values, slot }: PlanItem, view: EventView): boolean {
  for (let i = 0; i < values.length; i++) if (valueMatches(values[i]!, slot, view) !== every) return !every;
  return every;
}

/** True if the item needs its field and the event does not have it. */
export function lacksField({ needsField, slot }: PlanItem, view: EventView): boolean {
  return needsField && !view.slot(slot).present;
}

/** Whether the detection matches, ignoring the log source. For one event; an `Evaluator` is cheaper for many. */
export function evaluate(plan: Plan, event: SigmaEvent): boolean {
  return new Evaluator(plan).evaluate(event);
}
