import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { count } from '../../../src/text';
import { TOPICS } from '../../examples/example';
import type { GalleryEntry } from '../../examples/gallery';
import { SearchField, walkList } from '../../ui/SearchField';
import { EntryList } from './EntryList';
import { FilterFields } from './FilterFields';
import { type Filters, Finder, NO_FILTERS } from './find';
import './gallery.css';

export interface GalleryProps {
  readonly entries: readonly GalleryEntry[];
  /** Opens the example with this id. */
  readonly onOpen: (id: string) => void;
  /** Copies a link to it. */
  readonly onCopyLink: (id: string) => void;
}

/**
 * The examples: a search, filters and a list. The search has the focus; from it, arrow keys move through the list and Enter
 * opens an example.
 */
export function Gallery({ entries, onOpen, onCopyLink }: GalleryProps) {
  const [query, setQuery] = useState('');
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [wanted, setWanted] = useState<string | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const finder = useMemo(() => new Finder(entries, TOPICS), [entries]);
  const found = useMemo(() => finder.find(query, filters), [finder, query, filters]);
  const at = Math.max(
    0,
    found.findIndex(({ id }) => id === wanted),
  );
  const chosen = found[at] ?? null;

  const walk = (event: KeyboardEvent) =>
    walkList(event, {
      at,
      count: found.length,
      page: 6,
      onMove: (place) => setWanted(found[place]!.id),
      onEnter: () => chosen && onOpen(chosen.id),
    });
  const active = chosen ? `example-${chosen.id}` : undefined;

  return (
    <div className="gallery">
      <div className="gallery-bar">
        <SearchField
          field={search}
          className="field gallery-search"
          label="Search the examples"
          placeholder="Words, fields, modifiers, techniques"
          list="gallery-list"
          active={active}
          value={query}
          onChange={(typed) => {
            setQuery(typed);
            setWanted(null);
          }}
          onKeyDown={walk}
        />
        <FilterFields entries={entries} filters={filters} onChange={setFilters} />
      </div>
      <EntryList
        entries={found}
        chosen={chosen?.id ?? null}
        onKeyDown={walk}
        onOpen={onOpen}
        isWhole={found.length === entries.length}
      />
      <div className="gallery-end">
        <span role="status">{count(found.length, 'example')}</span>
        <button
          type="button"
          className="btn-quiet"
          disabled={query === '' && Object.values(filters).every((value) => value === null)}
          onClick={() => {
            setQuery('');
            setFilters(NO_FILTERS);
            search.current?.focus();
          }}
        >
          Show all
        </button>
        <span className="soft gallery-keys">
          <kbd>↑</kbd> <kbd>↓</kbd> choose, <kbd>Enter</kbd> opens. Your own work is kept.
        </span>
        <span className="gap" />
        <button
          type="button"
          className="btn"
          disabled={!chosen}
          title="A short link to the chosen example"
          onClick={() => chosen && onCopyLink(chosen.id)}
        >
          Copy link
        </button>
        <button
          type="button"
          className="btn btn-main"
          disabled={!chosen}
          onClick={() => chosen && onOpen(chosen.id)}
        >
          Open
        </button>
      </div>
    </div>
  );
}
