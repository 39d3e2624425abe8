import type { RefObject } from 'react';
import { searchFor, useCatalogLook } from '../../view';
import { SearchHelp } from './SearchHelp';

interface SearchBoxProps {
  readonly box: RefObject<HTMLInputElement | null>;
  /** Arrow down goes to the results. */
  readonly onLeaveDown: () => void;
}

/** The query, and help for writing it. */
export function SearchBox({ box, onLeaveDown }: SearchBoxProps) {
  const query = useCatalogLook((l) => l.query);
  return (
    <span className="search-box">
      <input
        ref={box}
        type="search"
        className="field field-code search-input"
        aria-label="Search the rules"
        placeholder="words, &quot;a phrase&quot;, level:high, technique:T1059, field:CommandLine"
        title="Press / to search, Escape to clear"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={query}
        onChange={(event) => searchFor(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          onLeaveDown();
        }}
      />
      <SearchHelp />
    </span>
  );
}
