import { type Turn, Turns } from '../../turns';
import type { Catalog } from '../catalog';
import { LEVELS } from '../catalog';
import { Bits } from './bits';
import { type FacetTerms, facetTerms } from './facets';
import { KEYS, type Key } from './keys';
import { matcherFor } from './matches';
import type { Clause, Needle } from './query';
import { searched } from './searched';
import { type Terms, TermsBuilder } from './terms';

/** Finds the rules of one catalog. */
export class SearchIndex {
  private constructor(
    readonly size: number,
    /** Positions by level, highest first, then by title. */
    private readonly order: readonly number[],
    private readonly keys: Readonly<Record<Key, Terms>>,
    private readonly texts: Terms,
    readonly facets: readonly FacetTerms[],
  ) {}

  /** Reads all rules; regularly lets other work run. */
  static async build({ rules, plans }: Catalog, turn: Turn): Promise<SearchIndex> {
    const builders = mapKeys(() => new TermsBuilder());
    const texts = new TermsBuilder();
    const turns = new Turns(turn);
    for (const [position, rule] of rules.entries()) {
      const plan = plans[position];
      if (!plan) continue;
      const { text, keys } = searched(rule, plan);
      texts.add(text, position);
      for (const key of Object.keys(KEYS) as Key[])
        for (const value of keys[key]) builders[key].add(value, position);
      if (turns.isOver) await turns.goOn();
    }
    const titles = new Intl.Collator('en');
    const rank = rules.map(({ level }) => LEVELS.indexOf(level));
    const order = rules
      .map((_, position) => position)
      .sort(
        (a, b) =>
          (rank[a] ?? 0) - (rank[b] ?? 0) ||
          titles.compare(rules[a]?.title ?? '', rules[b]?.title ?? '') ||
          a - b,
      );
    const index = new SearchIndex(
      rules.length,
      order,
      mapKeys((key) => builders[key].done(rules.length)),
      texts.done(rules.length),
      [],
    );
    await turns.goOn();
    return index.withFacets(await facetTerms(rules, (clause) => index.holding(clause), turns));
  }

  private withFacets(facets: readonly FacetTerms[]): SearchIndex {
    return new SearchIndex(this.size, this.order, this.keys, this.texts, facets);
  }

  /** The rules for which all clauses hold. */
  matching(clauses: readonly Clause[]): Bits {
    const found = Bits.full(this.size);
    for (const clause of clauses) found.keep(this.holding(clause), clause.negated);
    return found;
  }

  /** Positions of `found`: those with more of the words in their title first, then the highest level, then by title. */
  ranked(found: Bits, clauses: readonly Clause[]): Uint32Array<ArrayBuffer> {
    const words = clauses.filter(({ key, negated }) => key === null && !negated);
    const inTitle = words.map(({ needles }) => this.keys.title.part(needles[0].text));
    const byHits: number[][] = Array.from({ length: words.length + 1 }, () => []);
    for (const position of this.order) {
      if (!found.has(position)) continue;
      const hits = inTitle.reduce((count, bits) => count + (bits.has(position) ? 1 : 0), 0);
      byHits[words.length - hits]?.push(position);
    }
    return Uint32Array.from(byHits.flat());
  }

  /** The rules that a clause finds, before negation. */
  private holding({ key, needles }: Pick<Clause, 'key' | 'needles'>): Bits {
    const found = new Bits(this.size);
    for (const needle of needles) found.unite(key ? this.under(key, needle) : this.texts.part(needle.text));
    return found;
  }

  private under(key: Key, needle: Needle): Bits {
    const terms = this.keys[key];
    const { mode } = KEYS[key];
    if (mode === 'part') return terms.part(needle.text);
    if (mode === 'whole' && !needle.wild) return terms.whole(needle.text);
    return terms.where(matcherFor(key, needle));
  }
}

function mapKeys<T>(make: (key: Key) => T): Record<Key, T> {
  return Object.fromEntries((Object.keys(KEYS) as Key[]).map((key) => [key, make(key)])) as Record<Key, T>;
}
