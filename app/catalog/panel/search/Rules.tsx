import './search.css';
import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import type { CatalogRule } from '../../../../src/catalog';
import { count } from '../../../ui/count';
import { useNarrow } from '../../../ui/useNarrow';
import { useCatalog } from '../../store';
import { useCatalogAnswer } from '../../use-answer';
import { searchFor, useCatalogLook } from '../../view';
import { RuleList } from '../RuleList';
import { Facets } from './Facets';
import { Marked } from './Marked';
import { QueryNotes } from './QueryNotes';
import { SearchBox } from './SearchBox';

const NONE: readonly CatalogRule[] = [];

/** The rules of the catalog: a search, its results, and ways to narrow them down. */
export function Rules() {
  const rules = useCatalog((s) => s.catalog?.rules ?? NONE);
  const query = useCatalogLook((l) => l.query);
  const narrow = useNarrow();
  const [unfolded, setUnfolded] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const found = useCatalogAnswer('search', query);
  const words = found?.words;
  const title = useCallback((rule: CatalogRule) => <Marked text={rule.title} words={words ?? []} />, [words]);
  if (rules.length === 0) return <p className="empty">None of these files holds a rule that can run.</p>;

  const keys = (event: KeyboardEvent) => {
    // React treats the help as a child of this element; the user does not.
    if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return;
    if (event.key === '/' && !(event.target instanceof HTMLInputElement)) {
      event.preventDefault();
      box.current?.select();
    } else if (event.key === 'Escape') {
      searchFor('');
      box.current?.focus();
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts for what has controls of its own.
    <div className="search" onKeyDown={keys}>
      <search className="catalog-filters" aria-label="Rules of the catalog">
        <SearchBox box={box} onLeaveDown={() => list.current?.focus()} />
        {narrow ? (
          <button
            type="button"
            className="btn"
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
          >
            Narrow down
          </button>
        ) : null}
        <span role="status" className="soft">
          {found === null ? (
            <span className="late">Reading the rules…</span>
          ) : found.positions.length === rules.length ? (
            count(rules.length, 'rule')
          ) : (
            `${found.positions.length.toLocaleString('en')} of ${count(rules.length, 'rule')}`
          )}
        </span>
      </search>
      {found ? (
        <>
          {found.query === query ? <QueryNotes query={query} diagnostics={found.diagnostics} /> : null}
          <div className="search-body" aria-busy={found.query !== query}>
            {!narrow || unfolded ? <Facets query={query} facets={found.facets} /> : null}
            {found.positions.length > 0 ? (
              <RuleList
                label="Rules found"
                list={list}
                rules={rules}
                positions={found.positions}
                titleOf={title}
              />
            ) : (
              <Nothing />
            )}
          </div>
        </>
      ) : null}
    </div>
  );
}

function Nothing() {
  return (
    <p className="empty search-nothing">
      No rule matches the whole search. A word may be in the title, description, log source, tags, author,
      fields, values, references, id or path; <code>level:high</code> or <code>field:CommandLine</code> looks
      in one of them, and <code>-</code> excludes rules with a word. The question mark lists all keys.{' '}
      <button type="button" className="btn" onClick={() => searchFor('')}>
        Clear the search
      </button>
    </p>
  );
}
