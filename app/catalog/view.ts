import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { session } from '../state/session';

/** What the Catalog panel can show, one at a time. */
export type CatalogView = 'rules' | 'findings' | 'matrix' | 'similar' | 'statistics' | 'broken';

export interface CatalogLook {
  readonly view: CatalogView;
  /** What is searched for in the rules. */
  readonly query: string;
  /** The rule of the catalog for which others like it are shown; null: the one in the editor. */
  readonly similarTo: number | null;
}

/** What the person looks at in the catalog. */
export const catalogLook = createStore<CatalogLook>(() => ({ view: 'rules', query: '', similarTo: null }));

/** The part of it that `select` names. */
export function useCatalogLook<T>(select: (state: CatalogLook) => T): T {
  return useStore(catalogLook, select);
}

/** Shows a view of the Catalog panel. */
export function showView(view: CatalogView): void {
  catalogLook.setState({ view });
}

/** Shows the rules like one of the catalog, or like the one in the editor, from anywhere on the page. */
export function showSimilar(similarTo: number | null): void {
  catalogLook.setState({ view: 'similar', similarTo });
  session.setState({ tab: 'catalog', pane: 'more' });
}

/** Shows what the log source of the rule in the editor looks at, from anywhere on the page. */
export function showStatistics(): void {
  catalogLook.setState({ view: 'statistics' });
  session.setState({ tab: 'catalog', pane: 'more' });
}

/** Sets what is searched for in the rules. */
export function searchFor(query: string): void {
  catalogLook.setState({ query });
}

/** Searches the catalog's rules, from anywhere on the page: the panel comes to the front with what is found. */
export function searchCatalog(query: string): void {
  catalogLook.setState({ view: 'rules', query });
  session.setState({ tab: 'catalog', pane: 'more' });
}
