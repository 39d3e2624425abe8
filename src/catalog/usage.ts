import type { Indicator } from '../describe';
import type { PlanLogsource } from '../rule';
import { identityHash } from './indicator-index';

/** A rule as its indicators are counted. */
export interface CountedRule {
  readonly id: string | null;
  readonly logsource: PlanLogsource;
  readonly indicators: readonly Indicator[];
}

/** What an indicator looks for, as a list names it. Plain data. */
export type NamedIndicator = Pick<Indicator, 'key' | 'field' | 'kind' | 'how' | 'value'>;

/** What a list names an indicator by, and nothing else of it: it is sent to other threads. */
export function nameOf({ key, field, kind, how, value }: NamedIndicator): NamedIndicator {
  return { key, field, kind, how, value };
}

/** An indicator of a catalog, as the rule has it that writes it with the fewest modifiers, and all rules that hold it. */
export interface UsedIndicator extends NamedIndicator {
  /** Places in the catalog, ascending; rules of one id are one, and the first stands for them. */
  readonly rules: readonly number[];
  /** Those of them in which it only excludes. */
  readonly excluding: ReadonlySet<number>;
}

/** Equal for log sources that are the same; a definition is no part of it. */
export function logsourceKey({ product, category, service }: PlanLogsource): string {
  return [product, category, service].map((part) => part?.trim().toLowerCase() ?? '').join('|');
}

/** The comparison as a rule's modifiers say it: `contains windash`. */
export function operatorOf({ kind, how }: Pick<Indicator, 'kind' | 'how'>): string {
  return [kind, ...how].join(' ');
}

interface Counted extends UsedIndicator {
  how: Indicator['how'];
  readonly rules: number[];
  readonly excluding: Set<number>;
}

/** Which rules of a catalog hold which indicators, both ways. Every figure about a catalog is counted from it. */
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

  /** Counts the next rule of the catalog. A further rule of an id adds to the first what it holds besides. */
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
    // A `windash` on a value without a dash says nothing; which rule comes first must not decide whether it is told.
    const used = this.indicators[at]!;
    if (comesBefore(how, used.how)) used.how = how;
    return at;
  }

  /** Every indicator of the catalog. */
  get all(): readonly UsedIndicator[] {
    return this.indicators;
  }

  /** For each place in the catalog the indicators of its rule, by their place in `all`; none for a further rule of an id. */
  get ofRule(): readonly (readonly number[])[] {
    return this.held;
  }

  /** For each log source the places of its rules, ascending. */
  get ofLogsource(): ReadonlyMap<string, readonly number[]> {
    return this.logsources;
  }

  /** Rules counted; rules of one id are one. */
  get rules(): number {
    return this.count;
  }

  /** The place of the rule with this id; null where there is none. */
  placeOf(id: string | null | undefined): number | null {
    const identity = identityHash(id);
    return identity === null ? null : (this.ids.get(identity) ?? null);
  }

  /** The place of the rule that stands for the one at `place`. */
  firstAt(place: number): number {
    return this.stands[place] ?? place;
  }

  /** Its place in `all`; null where no rule holds it. */
  indexOf(key: string): number | null {
    return this.places.get(key) ?? null;
  }

  get(key: string): UsedIndicator | null {
    const place = this.indexOf(key);
    return place === null ? null : this.all[place]!;
  }

  /** The rules that hold the indicator, without the one of this id. */
  others(key: string, id: string | null | undefined): readonly number[] {
    return this.without(this.get(key)?.rules ?? [], id);
  }

  /** `rules` without the one of this id. */
  without(rules: readonly number[], id: string | null | undefined): readonly number[] {
    const own = this.placeOf(id);
    return own === null ? rules : rules.filter((rule) => rule !== own);
  }

  /** The indicators that look for the same value, in whatever field and way. */
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

/** The folded value at the end of a key; neither field names nor operators hold a bar. */
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
