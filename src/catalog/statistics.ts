import type { PlanLogsource } from '../rule';
import { type IndicatorUsage, logsourceKey, type NamedIndicator, nameOf, operatorOf } from './usage';

/** How often an operator is used: `contains windash`. */
export interface OperatorFigure {
  readonly operator: string;
  readonly rules: number;
}

/** How often a value is looked for in a field. */
export interface ValueFigure extends NamedIndicator {
  readonly rules: number;
  /** In how many of them it only excludes. */
  readonly excluding: number;
}

/** How rules of a log source use a field. */
export interface FieldFigure {
  /** Null for keywords, which search every value of the event. */
  readonly field: string | null;
  /** In how many rules. */
  readonly rules: number;
  /** Most used first. */
  readonly operators: readonly OperatorFigure[];
  /** A few values of at least two rules, most used first. Empty if only counts are known. */
  readonly values: readonly ValueFigure[];
}

/** What the rules of one log source look for. Plain data. */
export interface LogsourceFigures {
  readonly logsource: PlanLogsource;
  readonly rules: number;
  /** Most used first. */
  readonly fields: readonly FieldFigure[];
}

/** A log source and how many rules it has. */
export interface LogsourceCount {
  readonly logsource: PlanLogsource;
  readonly rules: number;
}

/** How many values of a field are listed. */
const MOST_VALUES = 10;

/** The log sources of a catalog, those with the most rules first. */
export function logsources({ ofLogsource }: IndicatorUsage): LogsourceCount[] {
  return [...ofLogsource]
    .map(([key, rules]) => ({ key, logsource: logsourceOf(key), rules: rules.length }))
    .sort((a, b) => b.rules - a.rules || compare(a.key, b.key))
    .map(({ logsource, rules }) => ({ logsource, rules }));
}

/** The fields, operators and values of the rules of one log source. */
export function logsourceFigures(usage: IndicatorUsage, logsource: PlanLogsource): LogsourceFigures {
  const key = logsourceKey(logsource);
  const own = usage.ofLogsource.get(key) ?? [];
  const fields = new Map<string | null, FieldCount>();
  for (const rule of own)
    for (const indicator of usage.ofRule[rule]!) {
      const used = usage.all[indicator]!;
      let field = fields.get(used.field);
      if (!field) {
        field = { rules: new Set(), operators: new Map(), values: new Map() };
        fields.set(used.field, field);
      }
      field.rules.add(rule);
      const operator = operatorOf(used);
      field.operators.set(operator, (field.operators.get(operator) ?? new Set()).add(rule));
      const value = field.values.get(indicator) ?? { rules: 0, excluding: 0 };
      value.rules++;
      if (used.excluding.has(rule)) value.excluding++;
      field.values.set(indicator, value);
    }
  return {
    logsource: logsourceOf(key),
    rules: own.length,
    fields: [...fields]
      .map(([field, count]) => ({
        field,
        rules: count.rules.size,
        operators: [...count.operators]
          .map(([operator, rules]) => ({ operator, rules: rules.size }))
          .sort((a, b) => b.rules - a.rules || compare(a.operator, b.operator)),
        values: mostUsed(usage, count.values),
      }))
      .sort((a, b) => b.rules - a.rules || compare(a.field ?? '', b.field ?? '')),
  };
}

interface FieldCount {
  readonly rules: Set<number>;
  readonly operators: Map<string, Set<number>>;
  readonly values: Map<number, { rules: number; excluding: number }>;
}

function mostUsed(usage: IndicatorUsage, values: FieldCount['values']): ValueFigure[] {
  return [...values]
    .filter(([, { rules }]) => rules >= 2)
    .sort(([a, x], [b, y]) => y.rules - x.rules || a - b)
    .slice(0, MOST_VALUES)
    .map(([indicator, count]) => ({ ...nameOf(usage.all[indicator]!), ...count }));
}

/** How common an indicator is, seen from one rule, which is not counted. Plain data. */
export interface IndicatorFigures {
  /** The other rules that have it, as indices in the catalog. */
  readonly holders: readonly number[];
  /** In how many of them it only excludes. */
  readonly excluding: number;
  /** How many other rules there are. */
  readonly of: number;
  /** The same for the rules of the log source. */
  readonly inLogsource: { readonly holders: number; readonly of: number };
  /** How else the value is looked for: other fields and operators, most used first. */
  readonly elsewhere: readonly (NamedIndicator & { readonly rules: number })[];
  /** What the rules that have it also look for, most common first; a few. */
  readonly together: readonly (NamedIndicator & { readonly rules: number })[];
}

/** How many rows of other uses, and of indicators beside it, are listed. */
const MOST_ELSEWHERE = 8;
const MOST_TOGETHER = 6;

/** How common the indicator with this key is, seen from the rule with this id and log source. */
export function indicatorFigures(
  usage: IndicatorUsage,
  {
    key,
    id,
    logsource,
  }: { readonly key: string; readonly id: string | null; readonly logsource: PlanLogsource },
): IndicatorFigures {
  const used = usage.get(key);
  const holders = usage.others(key, id);
  const own = usage.placeOf(id);
  const peers = new Set(usage.without(usage.ofLogsource.get(logsourceKey(logsource)) ?? [], id));
  const elsewhere = usage
    .ofSameValue(key)
    .filter((other) => other.key !== key)
    .map((other) => ({ ...nameOf(other), rules: usage.without(other.rules, id).length }))
    .filter(({ rules }) => rules > 0)
    .sort((a, b) => b.rules - a.rules || compare(a.key, b.key));
  const beside = new Map<number, number>();
  for (const rule of holders)
    for (const indicator of usage.ofRule[rule]!) beside.set(indicator, (beside.get(indicator) ?? 0) + 1);
  const together = [...beside]
    .filter(([indicator, rules]) => rules >= 2 && usage.all[indicator] !== used)
    // Among equally common ones, those that are rare elsewhere say more.
    .sort(([a, x], [b, y]) => y - x || usage.all[a]!.rules.length - usage.all[b]!.rules.length || a - b)
    .slice(0, MOST_TOGETHER)
    .map(([indicator, rules]) => ({ ...nameOf(usage.all[indicator]!), rules }));
  return {
    holders,
    excluding: holders.filter((rule) => used?.excluding.has(rule)).length,
    of: usage.rules - (own === null ? 0 : 1),
    inLogsource: { holders: holders.filter((rule) => peers.has(rule)).length, of: peers.size },
    elsewhere: elsewhere.slice(0, MOST_ELSEWHERE),
    together,
  };
}

function logsourceOf(key: string): PlanLogsource {
  const [product, category, service] = key.split('|');
  return {
    ...(product ? { product } : {}),
    ...(category ? { category } : {}),
    ...(service ? { service } : {}),
  };
}

/** The same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
