import { type CatalogRule, LEVELS, type Level } from '../../src/catalog/catalog';

/** What a run found of one rule. */
export interface Found {
  /** How many events the rule matches. */
  readonly count: number;
  /** The first of them. */
  readonly first: readonly number[];
}

/** By the rule's position in the catalog. */
export type FoundByRule = ReadonlyMap<number, Found>;

/** Events that are named of each rule. */
export const NAMED = 8;

/** A line of the list of results. */
export type Row =
  | { readonly kind: 'level'; readonly level: Level; readonly rules: number; readonly hits: number }
  | { readonly kind: 'rule'; readonly rule: number; readonly found: Found };

/** `old` with hits that are new: `rules[i]` matches `events[i]`. */
export function withHits(old: FoundByRule, rules: ArrayLike<number>, events: ArrayLike<number>): FoundByRule {
  const fresh = new Map<number, { count: number; first: number[] }>();
  for (let i = 0; i < rules.length; i++) {
    const [rule = 0, event = 0] = [rules[i], events[i]];
    let found = fresh.get(rule);
    if (!found) {
      const known = old.get(rule);
      found = { count: known?.count ?? 0, first: [...(known?.first ?? [])] };
      fresh.set(rule, found);
    }
    found.count++;
    if (found.first.length < NAMED) found.first.push(event);
  }
  return new Map([...old, ...fresh]);
}

/** How many rules of each level have matches. */
export function rulesByLevel(found: FoundByRule, rules: readonly CatalogRule[]): Record<Level, number> {
  const counts = Object.fromEntries(LEVELS.map((level) => [level, 0])) as Record<Level, number>;
  for (const rule of found.keys()) counts[rules[rule]?.level ?? 'none']++;
  return counts;
}

const collator = new Intl.Collator('en');

/** The results as lines: the levels from the gravest, without those hidden, and under each its rules by title. */
export function rowsOf(found: FoundByRule, rules: readonly CatalogRule[], hidden: ReadonlySet<Level>): Row[] {
  const title = (row: { readonly rule: number }) => rules[row.rule]?.title ?? '';
  return LEVELS.filter((level) => !hidden.has(level)).flatMap((level): Row[] => {
    const members = [...found].flatMap(([rule, of]) =>
      rules[rule]?.level === level ? [{ kind: 'rule' as const, rule, found: of }] : [],
    );
    if (members.length === 0) return [];
    members.sort((a, b) => collator.compare(title(a), title(b)) || a.rule - b.rule);
    const hits = members.reduce((sum, member) => sum + member.found.count, 0);
    return [{ kind: 'level', level, rules: members.length, hits }, ...members];
  });
}
