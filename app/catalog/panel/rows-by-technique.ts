import type { CatalogRule } from '../../../src/catalog';
import { type Placement, placementsOf } from '../../../src/describe';
import { TACTICS, type TacticFact, type TechniqueFact } from '../../../src/knowledge';
import { type Filter, type FoundRule, group, type Hits, type Row, shownFindings } from './rows';

/** What a rule's tags name. Cached, because a run asks again with each batch of hits. */
const placements = new WeakMap<CatalogRule, readonly Placement[]>();

/**
 * The findings by technique, under tactics in the order of the matrix. A rule is listed under each of its techniques;
 * rules without one come last.
 */
export function rowsByTechnique(rules: readonly CatalogRule[], hits: Hits, filter: Filter): Row[] {
  const under = new Map<TacticFact, Map<TechniqueFact, FoundRule[]>>();
  const bare: FoundRule[] = [];
  for (const found of shownFindings(rules, hits, filter)) {
    let named = false;
    for (const { tactic, techniques } of placementsOfRule(rules[found.rule])) {
      for (const technique of techniques) {
        named = true;
        const column = under.get(tactic) ?? new Map<TechniqueFact, FoundRule[]>();
        under.set(tactic, column);
        const list = column.get(technique);
        if (list) list.push(found);
        else column.set(technique, [found]);
      }
    }
    if (!named) bare.push(found);
  }
  const rows = TACTICS.flatMap((tactic): Row[] => {
    const column = under.get(tactic);
    if (!column) return [];
    const [head] = group(tactic.id, tactic.name, [...new Set([...column.values()].flat())]);
    const inner = [...column].sort(([a], [b]) => (a.id < b.id ? -1 : 1));
    return [
      head,
      ...inner.flatMap(([{ id, name }, found]) => group(`${tactic.id} ${id}`, `${id} ${name}`, found, 2)),
    ];
  });
  return bare.length === 0 ? rows : [...rows, ...group('none', 'No technique', bare)];
}

/** True for a rule with the technique or one of its sub-techniques. */
export function namesTechnique(rule: CatalogRule, id: string): boolean {
  return placementsOfRule(rule).some(({ techniques }) =>
    techniques.some((one) => one.id === id || one.id.startsWith(`${id}.`)),
  );
}

function placementsOfRule(rule: CatalogRule | undefined): readonly Placement[] {
  if (!rule) return [];
  const known = placements.get(rule) ?? placementsOf(rule.tags);
  placements.set(rule, known);
  return known;
}
