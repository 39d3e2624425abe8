import { type CatalogRule, LEVELS, type Level } from '../../../src/catalog/catalog';

/** One row of the list of findings. */
export type Row =
  | { readonly kind: 'level'; readonly level: Level; readonly rules: number; readonly hits: number }
  | { readonly kind: 'rule'; readonly rule: number; readonly events: readonly number[] };

export interface Filter {
  /** Levels that are not shown. */
  readonly hidden: ReadonlySet<Level>;
  /** Only rules that match this event. */
  readonly event: number | null;
}

/** What a level is called in a list. */
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  informational: 'Informational',
  none: 'No level',
};

/** The findings as rows: gravest level first, within it the rules that match most events first. */
export function rowsOf(
  rules: readonly CatalogRule[],
  hits: ReadonlyMap<number, readonly number[]>,
  { hidden, event }: Filter,
): Row[] {
  const byLevel = new Map<Level, { rule: number; events: readonly number[] }[]>();
  for (const [rule, events] of hits) {
    const level = rules[rule]?.level ?? 'none';
    if (hidden.has(level) || (event !== null && !includes(events, event))) continue;
    const group = byLevel.get(level);
    if (group) group.push({ rule, events });
    else byLevel.set(level, [{ rule, events }]);
  }
  const title = (rule: number) => rules[rule]?.title ?? '';
  return LEVELS.flatMap((level): Row[] => {
    const group = byLevel.get(level);
    if (!group) return [];
    group.sort(
      (a, b) => b.events.length - a.events.length || title(a.rule).localeCompare(title(b.rule), 'en'),
    );
    const total = group.reduce((sum, { events }) => sum + events.length, 0);
    return [
      { kind: 'level', level, rules: group.length, hits: total },
      ...group.map((found): Row => ({ kind: 'rule', ...found })),
    ];
  });
}

/** How many rules of each level matched anything. */
export function levelCounts(
  rules: readonly CatalogRule[],
  hits: ReadonlyMap<number, readonly number[]>,
): ReadonlyMap<Level, number> {
  const counts = new Map<Level, number>();
  for (const rule of hits.keys()) {
    const level = rules[rule]?.level ?? 'none';
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return counts;
}

/** How many of the events some rule matched. */
export function eventsHit(hits: ReadonlyMap<number, readonly number[]>, total: number): number {
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

/** True where the ascending list holds `wanted`. */
function includes(ascending: readonly number[], wanted: number): boolean {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === wanted;
}
