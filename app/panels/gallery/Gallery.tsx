import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { count } from '../../../src/text';
import { TOPICS } from '../../examples/example';
import type { GalleryEntry } from '../../examples/gallery';
import { lineOfKey } from '../../ui/list-keys';
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

  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (chosen && !event.repeat) onOpen(chosen.id);
      return;
    }
    // These move within the words of the search.
    if (event.target === search.current && (event.key === 'Home' || event.key === 'End')) return;
    const place = lineOfKey(event.key, { at, last: found.length - 1, page: 6 });
    if (place === undefined) return;
    event.preventDefault();
    setWanted(found[place]!.id);
  };
  const active = chosen ? `example-${chosen.id}` : undefined;

  return (
    <div className="gallery">
      <div className="gallery-bar">
        <input
          ref={search}
          className="field gallery-search"
          type="search"
          role="combobox"
          aria-label="Search the examples"
          aria-expanded="true"
          aria-controls="gallery-list"
          aria-autocomplete="list"
          aria-activedescendant={active}
          placeholder="Words, fields, modifiers, techniques"
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the dialog is opened to search.
          autoFocus
          value={query}
          onChange={(e) => {
            setQuery(e.target.value);
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
