import type { Indicator } from '../describe';
import type { PlanLogsource } from '../rule';
import { identityHash } from './indicator-index';

/** A rule for counting its indicators. */
export interface CountedRule {
  readonly id: string | null;
  readonly logsource: PlanLogsource;
  readonly indicators: readonly Indicator[];
}

/** An indicator as a list names it. Plain data. */
export type NamedIndicator = Pick<Indicator, 'key' | 'field' | 'kind' | 'how' | 'value'>;

/** Only the parts that name an indicator, because they are sent to other threads. */
export function nameOf({ key, field, kind, how, value }: NamedIndicator): NamedIndicator {
  return { key, field, kind, how, value };
}

/** An indicator of a catalog, as the rule with the fewest modifiers writes it, and all rules that have it. */
export interface UsedIndicator extends NamedIndicator {
  /** Indices in the catalog, ascending; rules with the same id count as one, represented by the first. */
  readonly rules: readonly number[];
  /** Those of them in which it only excludes. */
  readonly excluding: ReadonlySet<number>;
}

/** Equal for equal log sources; the definition does not count. */
export function logsourceKey({ product, category, service }: PlanLogsource): string {
  return [product, category, service].map((part) => part?.trim().toLowerCase() ?? '').join('|');
}

/** The comparison in a rule's modifiers: `contains windash`. */
export function operatorOf({ kind, how }: Pick<Indicator, 'kind' | 'how'>): string {
  return [kind, ...how].join(' ');
}

interface Counted extends UsedIndicator {
  how: Indicator['how'];
  readonly rules: number[];
  readonly excluding: Set<number>;
}

/**
 * Which rules of a catalog have which indicators, in both directions. Every figure about a catalog is counted from it.
 */
export class IndicatorUsage {
  private readonly indicators: Counted[] = [];
  private readonly held: number[][] = [];
  private readonly stands: number[] = [];
  private readonly logsources = new Map<string, number[]>();
  private readonly places = new Map<string, number>();
  private readonly ids = new Map<number, number>();
  private values: ReadonlyMap<string, readonly UsedIndicator[]> | null = null;
  private count = 0;

  constructor(rules: Iterable<CountedRule> = []) {
    for (const rule of rules) this.add(rule);
  }

  /** Counts the next rule of the catalog. A further rule with the same id adds its other indicators to the first. */
  add({ id, logsource, indicators }: CountedRule): void {
    const place = this.held.length;
    const rule = this.firstOf(id, place);
    const own = rule === place ? [] : this.held[rule]!;
    const known = new Set(own);
    this.stands.push(rule);
    this.held.push(rule === place ? own : []);
    if (rule === place) {
      group(this.logsources, logsourceKey(logsource)).push(rule);
      this.count++;
    }
    for (const indicator of indicators) {
      const at = this.placed(indicator);
      const used = this.indicators[at]!;
      if (known.has(at)) {
        if (!indicator.negated) used.excluding.delete(rule);
        continue;
      }
      known.add(at);
      own.push(at);
      used.rules.push(rule);
      if (indicator.negated) used.excluding.add(rule);
      if (rule !== place) used.rules.sort((a, b) => a - b);
    }
    this.values = null;
  }

  private placed(indicator: Indicator): number {
    const { key, how } = indicator;
    let at = this.places.get(key);
    if (at === undefined) {
      at = this.indicators.length;
      this.places.set(key, at);
      this.indicators.push({ ...nameOf(indicator), rules: [], excluding: new Set() });
    }
    // A `windash` on a value without a dash says nothing; the order of rules must not decide whether it is shown.
    const used = this.indicators[at]!;
    if (comesBefore(how, used.how)) used.how = how;
    return at;
  }

  /** Every indicator of the catalog. */
  get all(): readonly UsedIndicator[] {
    return this.indicators;
  }

  /**
   * For each index in the catalog the indicators of its rule, by index in `all`; none for a further rule with the same
   * id.
   */
  get ofRule(): readonly (readonly number[])[] {
    return this.held;
  }

  /** For each log source the indices of its rules, ascending. */
  get ofLogsource(): ReadonlyMap<string, readonly number[]> {
    return this.logsources;
  }

  /** Rules counted; rules with the same id count once. */
  get rules(): number {
    return this.count;
  }

  /** The index of the rule with this id; null if there is none. */
  placeOf(id: string | null | undefined): number | null {
    const identity = identityHash(id);
    return identity === null ? null : (this.ids.get(identity) ?? null);
  }

  /** The index of the rule that represents the one at `place`. */
  firstAt(place: number): number {
    return this.stands[place] ?? place;
  }

  /** Its index in `all`; null if no rule has it. */
  indexOf(key: string): number | null {
    return this.places.get(key) ?? null;
  }

  get(key: string): UsedIndicator | null {
    const place = this.indexOf(key);
    return place === null ? null : this.all[place]!;
  }

  /** The rules that have the indicator, without the one with this id. */
  others(key: string, id: string | null | undefined): readonly number[] {
    return this.without(this.get(key)?.rules ?? [], id);
  }

  /** `rules` without the one with this id. */
  without(rules: readonly number[], id: string | null | undefined): readonly number[] {
    const own = this.placeOf(id);
    return own === null ? rules : rules.filter((rule) => rule !== own);
  }

  /** The indicators that look for the same value, in any field and in any way. */
  ofSameValue(key: string): readonly UsedIndicator[] {
    if (!this.values) {
      const values = new Map<string, UsedIndicator[]>();
      for (const used of this.all) group(values, valuePart(used.key)).push(used);
      this.values = values;
    }
    return this.values.get(valuePart(key)) ?? [];
  }

  private firstOf(id: string | null, place: number): number {
    const identity = identityHash(id);
    if (identity === null) return place;
    const first = this.ids.get(identity) ?? place;
    this.ids.set(identity, first);
    return first;
  }
}

function comesBefore(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length ? a.join(' ') < b.join(' ') : a.length < b.length;
}

/** The folded value at the end of a key; neither field names nor operators contain a bar. */
export function valuePart(key: string): string {
  return key.slice(key.indexOf('|', key.indexOf('|') + 1) + 1);
}

function group<T>(groups: Map<string, T[]>, key: string): T[] {
  let found = groups.get(key);
  if (!found) {
    found = [];
    groups.set(key, found);
  }
  return found;
}
