import { TACTICS, technique } from '../../knowledge';
import type { Turns } from '../../turns';
import { type CatalogRule, LEVELS } from '../catalog';
import type { Bits } from './bits';
import { fold, type Key } from './keys';
import type { Clause } from './query';
import { authorsOf, logsourceOf, TACTIC_NAMES, tacticsOf, techniquesOf } from './searched';

/** One value of a facet. */
export interface FacetTerm {
  /** What follows the key in a query. */
  readonly value: string;
  /** Its name, if that is more than the value. */
  readonly name: string | null;
  /** The rules that it finds. */
  readonly rules: Bits;
}

/** A facet: values of one key by which results can be narrowed. */
export interface FacetTerms {
  readonly key: Key;
  readonly terms: readonly FacetTerm[];
}

/** A facet as shown beside results. Plain data. */
export interface Facet {
  readonly key: Key;
  readonly values: readonly FacetValue[];
  /** How many values are left out because there are too many. */
  readonly more: number;
}

export interface FacetValue {
  readonly value: string;
  readonly name: string | null;
  /** How many results would remain. */
  readonly count: number;
}

/** The maximum number of values that a facet lists. */
const MOST = 100;

interface FacetKind {
  readonly key: Key;
  readonly valuesOf: (rule: CatalogRule) => readonly string[];
  readonly nameOf?: (value: string) => string | undefined;
  /** The values in their own order; others are sorted by how many rules they find. */
  readonly order?: readonly string[];
}

const FACETS: readonly FacetKind[] = [
  { key: 'level', valuesOf: ({ level }) => [level], order: LEVELS },
  { key: 'status', valuesOf: ({ status }) => [status ?? 'none'] },
  { key: 'logsource', valuesOf: (rule) => [logsourceOf(rule)].filter((source) => source !== '') },
  {
    key: 'tactic',
    valuesOf: ({ tags }) => tacticsOf(tags),
    nameOf: (tactic) => TACTIC_NAMES.get(tactic),
    order: [...new Set([...TACTICS.map((t) => t.shortname), ...TACTIC_NAMES.keys()])],
  },
  {
    key: 'technique',
    valuesOf: ({ tags }) => techniquesOf(tags).map(({ current }) => current),
    nameOf: (id) => technique(id)?.name,
  },
  { key: 'author', valuesOf: ({ author }) => authorsOf(author) },
];

/** The facets of all rules. A value's rules are those that a query with it finds, so that counts are correct. */
export async function facetTerms(
  rules: readonly CatalogRule[],
  holding: (clause: Pick<Clause, 'key' | 'needles'>) => Bits,
  turns: Turns,
): Promise<FacetTerms[]> {
  const facets: FacetTerms[] = [];
  for (const { key, valuesOf, nameOf, order } of FACETS) {
    // Values that differ only in case are one, as the first rule writes it.
    const values = new Map<string, string>();
    for (const rule of rules)
      for (const value of valuesOf(rule)) {
        const text = fold(value);
        if (text !== '' && !values.has(text)) values.set(text, value);
      }
    const terms: FacetTerm[] = [];
    for (const [text, value] of values) {
      const bits = holding({ key, needles: [{ text, range: { start: 0, end: 0 } }] });
      terms.push({ value, name: nameOf?.(value) ?? null, rules: bits });
      if (turns.isOver) await turns.goOn();
    }
    if (order) terms.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
    facets.push({ key, terms });
  }
  return facets;
}

/** The facets of `found`: values that find any of it. */
export function facetsOf(facets: readonly FacetTerms[], found: Bits): Facet[] {
  return facets.map(({ key, terms }) => {
    const values = terms.flatMap(({ value, name, rules }): FacetValue[] => {
      const count = rules.shared(found);
      return count > 0 ? [{ value, name, count }] : [];
    });
    const ordered = FACETS.find((facet) => facet.key === key)?.order !== undefined;
    if (!ordered) values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return { key, values: values.slice(0, MOST), more: Math.max(0, values.length - MOST) };
  });
}
