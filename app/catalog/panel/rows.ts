import { type CatalogRule, LEVELS, type Level } from '../../../src/catalog';

/** For each rule, the events that it matched, in ascending order. */
export type Hits = ReadonlyMap<number, readonly number[]>;

/** One row of the list of findings. `key` is unique. */
export type Row = HeadRow | RuleRow | EventRow;

/** The heading of a group, or of a group within one. */
export interface HeadRow {
  readonly kind: 'head';
  readonly key: string;
  readonly depth: 1 | 2;
  readonly title: string;
  /** The rules in the group, each once, and their matches. */
  readonly rules: number;
  readonly hits: number;
}

export interface RuleRow {
  readonly kind: 'rule';
  readonly key: string;
  readonly rule: number;
  readonly events: readonly number[];
}

/** An event, and the rules that matched it, highest level first. */
export interface EventRow {
  readonly kind: 'event';
  readonly key: string;
  readonly event: number;
  readonly rules: Uint32Array;
}

/** Rows that may be made only when they are read. */
export interface Rows {
  readonly length: number;
  at(index: number): Row | undefined;
}

export interface Filter {
  /** Levels that are hidden. */
  readonly hidden: ReadonlySet<Level>;
  /** Only rules that match this event. */
  readonly event: number | null;
  /** Only rules for which this is true. */
  readonly only?: ((rule: CatalogRule) => boolean) | null;
}

/** A rule that is shown, with its events. */
export interface FoundRule {
  readonly rule: number;
  readonly events: readonly number[];
}

/** The name of a level in a list. */
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  informational: 'Informational',
  none: 'No level',
};

/** The findings that pass the filter: highest level first, then the rules that match the most events. */
export function shownFindings(
  rules: readonly CatalogRule[],
  hits: Hits,
  { hidden, event, only }: Filter,
): FoundRule[] {
  const found: FoundRule[] = [];
  for (const [rule, events] of hits) {
    const one = rules[rule];
    if (only && !(one && only(one))) continue;
    const level = one?.level ?? 'none';
    if (!hidden.has(level) && (event === null || includes(events, event))) found.push({ rule, events });
  }
  const gravity = ({ rule }: FoundRule) => LEVELS.indexOf(rules[rule]?.level ?? 'none');
  const title = ({ rule }: FoundRule) => rules[rule]?.title ?? '';
  return found.sort(
    (a, b) =>
      gravity(a) - gravity(b) ||
      b.events.length - a.events.length ||
      compareText(title(a), title(b)) ||
      a.rule - b.rule,
  );
}

const compareText = new Intl.Collator('en').compare;

/** A heading and the rows of its rules; each rule in `found` is different. */
export function group(
  key: string,
  title: string,
  found: readonly FoundRule[],
  depth: HeadRow['depth'] = 1,
): readonly [HeadRow, ...RuleRow[]] {
  const hits = found.reduce((sum, { events }) => sum + events.length, 0);
  return [
    { kind: 'head', key, depth, title, rules: found.length, hits },
    ...found.map(({ rule, events }): RuleRow => ({ kind: 'rule', key: `${key} ${rule}`, rule, events })),
  ];
}

/** The findings by level. */
export function rowsByLevel(rules: readonly CatalogRule[], hits: Hits, filter: Filter): Row[] {
  const found = shownFindings(rules, hits, filter);
  return LEVELS.flatMap((level) => {
    const own = found.filter(({ rule }) => (rules[rule]?.level ?? 'none') === level);
    return own.length === 0 ? [] : group(level, LEVEL_NAMES[level], own);
  });
}

/** How many rules of each level matched anything. */
export function levelCounts(rules: readonly CatalogRule[], hits: Hits): ReadonlyMap<Level, number> {
  const counts = new Map<Level, number>();
  for (const rule of hits.keys()) {
    const level = rules[rule]?.level ?? 'none';
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return counts;
}

/** How many of the events any rule matched. */
export function eventsHit(hits: Hits, total: number): number {
  const seen = new Uint8Array(total);
  let count = 0;
  for (const events of hits.values())
    for (const event of events)
      if (seen[event] === 0) {
        seen[event] = 1;
        count++;
      }
  return count;
}

/** True if the ascending list contains `wanted`. */
function includes(ascending: readonly number[], wanted: number): boolean {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === wanted;
}
