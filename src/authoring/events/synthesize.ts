import type { SigmaEvent } from '../../event';
import { eventRanges, readEvents } from '../../event';
import { CHANNELS } from '../../knowledge';
import { Evaluator } from '../../match';
import type { Plan, PlanCondition, PlanValue } from '../../rule';
import { conditionHolds, itemsOf, mentions } from '../../rule';
import { own, prose, say, type Words } from '../../text';
import { fieldValue, type Wanted } from './field-value';
import { type Fields, fieldsOf, wantedIn, wantedOf } from './fields-of-way';
import { samplesOf } from './samples';
import { isUnwanted, itemOf, type Target, type Way, waysOf } from './ways';

export type { Target } from './ways';

/** An event made for one value or selection, or the reason why there is none. */
export type Synthesis =
  | {
      readonly ok: true;
      /** The event as one line of JSON, with the field names of the rule. */
      readonly json: string;
      /** False for a value that the condition excludes: the event would match without it. */
      readonly matches: boolean;
      /** True if no other of several alternative values also matches. */
      readonly alone: boolean;
    }
  | { readonly ok: false; readonly reason: Words };

/** The most ways through the rule, and changes for one of them, to try. */
const MOST_WAYS = 80;
const MOST_CHANGES = 24;
const MOST_ORIGINS = 4;
/**
 * Makes an event that matches the rule through `target`, or, for what the condition excludes (a filter), one that
 * would match without it. Each event is tested on the rule first.
 */
export function synthesize(plan: Plan, target: Target): Synthesis {
  const selection = plan.selections[target.selection];
  const item = selection && target.value !== null ? itemOf(selection.body, target.value) : null;
  if (!selection || (target.value !== null && !item))
    return no(prose('The rule has changed and no longer has this value.'));
  if (!mentions(plan.condition, target.selection))
    return no(say`The condition does not use \`${selection.name}\`, so no event can match through it.`);
  if (item && isUnwanted(selection.body, item))
    return no(prose('`[none]` wants no member like this, so no event matches through it.'));
  if (item?.negated) return no(prose('`neq` negates the value, so no event matches through it.'));
  const value = item?.values.find(({ id }) => id === target.value);
  if (value) {
    const samples = value.variants.flatMap(({ predicate }) => samplesOf(predicate));
    if (samples.every((s) => s.kind === 'none')) return no((samples[0] as { why: Words }).why);
  }
  const maker = new Maker(
    plan,
    target,
    item && !item.all ? item.values.filter((v) => v.id !== target.value) : [],
  );
  return (
    maker.make(false) ??
    maker.make(true) ??
    no(prose('No event was found that matches this and the rest of the rule.'))
  );
}

function no(reason: Words): Synthesis {
  return { ok: false, reason };
}

class Maker {
  private readonly evaluator: Evaluator;
  private readonly origins: readonly Fields[];

  constructor(
    private readonly plan: Plan,
    private readonly target: Target,
    private readonly siblings: readonly PlanValue[],
  ) {
    this.evaluator = new Evaluator(plan);
    this.origins = originsOf(plan);
  }

  make(against: boolean): Synthesis | null {
    let best: { readonly json: string; readonly cost: number } | null = null;
    let tried = 0;
    for (const way of waysOf(this.plan, this.target, against)) {
      if (++tried > MOST_WAYS) break;
      const made = this.attempt(way, against);
      if (made && (!best || made.cost < best.cost)) best = made;
      if (best?.cost === 0) break;
    }
    return best && { ok: true, json: best.json, matches: !against, alone: best.cost % 1000 === 0 };
  }

  /** Fills the fields of one way, then changes those through which an excluded selection matches. */
  private attempt(way: Way, against: boolean): { json: string; cost: number } | null {
    const wanted = wantedOf(way.goals, this.siblings);
    const tried = new Map<number, number>();
    for (let change = 0; change < MOST_CHANGES; change++) {
      const fields = fieldsOf(this.plan, wanted, way.members, this.siblings);
      if (!fields) return null;
      let seen: Seen | null = null;
      for (const origin of originsFor(this.origins, fields)) {
        const json = JSON.stringify({ ...origin, ...fields });
        const event = readEvents(json).slices[0]?.event;
        if (!event) continue;
        const found = this.look(event, against);
        if (found.right) return { json, cost: found.cost };
        seen ??= found;
      }
      const wrong = seen && way.without.find((s) => seen.selections[s]);
      if (wrong === undefined || wrong === null || !this.break(wrong, wanted, tried)) return null;
    }
    return null;
  }

  /** Requires another value in a field through which `selection` matches; false if all were tried. */
  private break(selection: number, wanted: Map<number, Wanted>, tried: Map<number, number>): boolean {
    const items = itemsOf(this.plan.selections[selection]!.body).filter((i) => i.slot >= 0 && !i.negated);
    for (let at = tried.get(selection) ?? 0; at < items.length; at++) {
      tried.set(selection, at + 1);
      const item = items[at]!;
      const before = wanted.get(item.slot);
      const field = wantedIn(new Map(), item.slot, this.siblings);
      field.must.push(...(before?.must ?? []));
      field.mustNot.push(...(before?.mustNot ?? []), ...(item.all ? item.values.slice(0, 1) : item.values));
      if (!fieldValue(field, 'example')) continue;
      wanted.set(item.slot, field);
      return true;
    }
    return false;
  }

  private look(event: SigmaEvent, against: boolean): Seen {
    const { evaluator, plan, target } = this;
    const verdict = evaluator.verdict(event);
    const values = plan.values.map(() => 0);
    const selections = plan.selections.map(() => 0);
    if (verdict === 'not applicable') return { right: false, cost: 0, selections };
    evaluator.tally(values, selections);
    const { condition } = plan;
    const without = selections.map((n, i) => (i === target.selection ? 0 : n));
    const through = selections[target.selection]! > 0 && (target.value === null || values[target.value]! > 0);
    const right =
      through && (against ? verdict === 'no match' && holds(condition, without) : verdict === 'match');
    const decides = against || !holds(condition, without);
    const others = this.siblings.filter(({ id }) => values[id]! > 0).length;
    return { right, cost: (decides ? 0 : 1000) + others, selections };
  }
}

interface Seen {
  readonly right: boolean;
  /** 0 if only the target decides the verdict. */
  readonly cost: number;
  readonly selections: readonly number[];
}

/** The fields that identify the log source, for each kind of event that the rule's log source covers. */
function originsOf(plan: Plan): readonly Fields[] {
  return eventRanges(plan.logsource).flatMap(({ channel, provider, eventIds }) => {
    const writer =
      provider ?? (channel === null ? null : (CHANNELS.get(channel.toLowerCase())?.provider ?? null));
    const names = {
      ...(channel === null ? {} : { Channel: channel }),
      ...(writer === null ? {} : { Provider_Name: writer }),
    };
    return eventIds.length === 0 ? [names] : eventIds.map((EventID) => ({ ...names, EventID }));
  });
}

/** The origins that agree with the rule's own tests. If there are none, the fields are used alone. */
function originsFor(origins: readonly Fields[], fields: Fields): readonly Fields[] {
  const agree = origins.filter((origin) =>
    Object.entries(origin).every(([name, value]) => {
      const wanted = own(fields, name);
      return wanted === undefined || String(wanted) === String(value);
    }),
  );
  return [...(agree.length > 0 ? agree : origins).slice(0, MOST_ORIGINS), {}];
}

function holds(condition: PlanCondition, selections: readonly number[]): boolean {
  return conditionHolds(condition, (selection) => selections[selection]! > 0);
}
