import type { Plan, PlanItem, PlanValue } from '../rule';
import { csvText, type Range } from '../text';
import { canonicalOf, type OperatorKind } from './canonical';
import { usedItems } from './used-items';

/** What a rule looks for in one field, with one operator. Plain data. */
export interface Indicator {
  /** With the arrays that it is in: `connections[any].ip`. Null for keywords, which test every value of the event. */
  readonly field: string | null;
  readonly kind: OperatorKind;
  /** What else the rule's modifiers say about the comparison: `windash`, `gte`, `base64offset`. */
  readonly how: readonly string[];
  /** The value as in the rule, without YAML quotes. */
  readonly value: string;
  /** True if it only excludes: everywhere under an odd number of negations. */
  readonly negated: boolean;
  /** Where the rule has it, in the order of the text; for an empty value, its field and key. */
  readonly ranges: readonly Range[];
  /** `field|kind|folded value`: equal for indicators that look for the same, however they are written. */
  readonly key: string;
}

/**
 * The indicators of a rule: one for each field, operator and value, in the order of the text. Values of selections
 * that the condition does not use have no effect and are left out.
 */
export function indicators(plan: Plan): Indicator[] {
  const found = new Map<
    string,
    { first: Omit<Indicator, 'negated' | 'ranges'>; negated: boolean; ranges: Map<number, Range> }
  >();
  for (const { item, field, use } of usedItems(plan)) {
    const negated = item.negated ? !use.excludes : !use.selects;
    for (const value of item.values) {
      const { range } = value.scalar;
      const place = range.end > range.start ? range : item.range;
      const key = keyOf(field, value);
      const known = found.get(key);
      if (known) {
        known.negated &&= negated;
        // An anchor's value is listed once, whatever refers to it.
        known.ranges.set(place.start, place);
      } else
        found.set(key, {
          first: indicatorOf(item, field, value, key),
          negated,
          ranges: new Map([[place.start, place]]),
        });
    }
  }
  return [...found.values()]
    .map(({ first, negated, ranges }) => ({
      ...first,
      negated,
      ranges: [...ranges.values()].sort((a, b) => a.start - b.start),
    }))
    .sort((a, b) => a.ranges[0]!.start - b.ranges[0]!.start);
}

/** Modifiers that the kind of an indicator already implies. */
const TOLD: Readonly<Record<OperatorKind, readonly string[]>> = {
  match: ['contains', 'startswith', 'endswith'],
  contains: ['contains', 'startswith', 'endswith'],
  'starts with': ['contains', 'startswith', 'endswith'],
  'ends with': ['contains', 'startswith', 'endswith'],
  regex: ['re'],
  network: ['cidr'],
  field: ['fieldref'],
  exists: ['exists'],
  compare: [],
  time: [],
  null: [],
};

function indicatorOf(
  { modifiers }: PlanItem,
  field: string | null,
  { scalar, variants }: PlanValue,
  key: string,
): Omit<Indicator, 'negated' | 'ranges'> {
  const { kind } = canonicalOf(variants[0]!.predicate);
  const told = ['all', 'neq', ...TOLD[kind]];
  const value = scalar.value === null ? 'null' : scalar.text;
  return { field, kind, how: modifiers.filter((name) => !told.includes(name)), value, key };
}

/** The key has all of several variants (`base64offset`, `expand`), in one order. */
function keyOf(field: string | null, { variants }: PlanValue): string {
  const keys = variants.map(({ predicate }) => canonicalOf(predicate).key);
  return `${field ?? ''}|${keys.length === 1 ? keys[0] : [...new Set(keys)].sort().join('\0')}`;
}

/** The indicators as CSV. `counts`, if given, has for each the number of other rules with it; null leaves it empty. */
export function indicatorsCsv(rows: readonly Indicator[], counts?: readonly (number | null)[]): string {
  const head = ['field', 'operator', 'value', 'excludes', ...(counts ? ['other rules'] : [])];
  const lines = rows.map(({ field, kind, how, value, negated }, i) => [
    field ?? '',
    [kind, ...how].join(' '),
    value,
    negated ? 'yes' : 'no',
    ...(counts ? [String(counts[i] ?? '')] : []),
  ]);
  return csvText([head, ...lines]);
}
