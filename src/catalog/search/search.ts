import type { Turn } from '../../turns';
import type { Catalog } from '../catalog';
import { type Facet, facetsOf } from './facets';
import { SearchIndex } from './index';
import { parseQuery, type QueryDiagnostic } from './query';

/** The result of a query. Plain data. */
export interface SearchResult {
  readonly query: string;
  /**
   * Positions of rules: those with more of the query's words in their title first, then the highest level, then by
   * title.
   */
  readonly positions: Uint32Array<ArrayBuffer>;
  /** Counts within what was found. */
  readonly facets: readonly Facet[];
  /** Probable mistakes in the query. */
  readonly diagnostics: readonly QueryDiagnostic[];
  /** Words and phrases that are searched in titles, folded, to be marked there. */
  readonly words: readonly string[];
}

/** Answers queries on one catalog; its index is built at the first one. */
export function search(catalog: Catalog, turn: Turn): (query: string) => Promise<SearchResult> {
  let building: Promise<SearchIndex> | null = null;
  return async (query) => {
    building ??= SearchIndex.build(catalog, turn);
    const index = await building;
    const { clauses, diagnostics } = parseQuery(query);
    const found = index.matching(clauses);
    const words = clauses.flatMap(({ key, negated, needles }) =>
      !negated && (key === null || key === 'title') ? needles.map(({ text }) => text) : [],
    );
    return {
      query,
      positions: index.ranked(found, clauses),
      facets: facetsOf(index.facets, found),
      diagnostics,
      words,
    };
  };
}
