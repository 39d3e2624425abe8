import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { session } from '../state/session';

/** The views of the Catalog panel, one at a time. */
export type CatalogView = 'rules' | 'findings' | 'matrix' | 'similar' | 'statistics' | 'broken';

export interface CatalogLook {
  readonly view: CatalogView;
  /** The search among the rules. */
  readonly query: string;
  /** The rule of the catalog for which similar rules are shown; null for the rule in the editor. */
  readonly similarTo: number | null;
}

/** What the user has chosen to see in the catalog. */
export const catalogLook = createStore<CatalogLook>(() => ({ view: 'rules', query: '', similarTo: null }));

/** The part of it that `select` returns. */
export function useCatalogLook<T>(select: (state: CatalogLook) => T): T {
  return useStore(catalogLook, select);
}

/** Shows a view of the Catalog panel. */
export function showView(view: CatalogView): void {
  catalogLook.setState({ view });
}

/** Shows the rules similar to one of the catalog, or to the one in the editor; callable from anywhere on the page. */
export function showSimilar(similarTo: number | null): void {
  catalogLook.setState({ view: 'similar', similarTo });
  session.setState({ tab: 'catalog', pane: 'more' });
}

/** Shows what rules with the log source of the rule in the editor look for; callable from anywhere on the page. */
export function showStatistics(): void {
  catalogLook.setState({ view: 'statistics' });
  session.setState({ tab: 'catalog', pane: 'more' });
}

/** Sets the search among the rules. */
export function searchFor(query: string): void {
  catalogLook.setState({ query });
}

/** Searches the catalog's rules, from anywhere on the page, and brings the panel to the front. */
export function searchCatalog(query: string): void {
  catalogLook.setState({ view: 'rules', query });
  session.setState({ tab: 'catalog', pane: 'more' });
}
