import type { KeyboardEvent } from 'react';
import { prose } from '../../../src/text';
import { TOPICS, type Topic } from '../../examples/example';
import type { GalleryEntry } from '../../examples/gallery';
import { useInSight } from '../../ui/SearchField';
import { Sentence } from '../../ui/Sentence';
import { Picture } from './Picture';

interface EntryListProps {
  readonly entries: readonly GalleryEntry[];
  readonly chosen: string | null;
  /** Nothing narrows the list down: the entries stand below their topics. */
  readonly isWhole: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onOpen: (id: string) => void;
}

/** The entries that were found. A click opens one. */
export function EntryList({ entries, chosen, isWhole, onKeyDown, onOpen }: EntryListProps) {
  const list = useInSight(chosen ? `example-${chosen}` : undefined);
  const row = (entry: GalleryEntry) => (
    <Entry key={entry.id} entry={entry} isChosen={entry.id === chosen} onOpen={onOpen} />
  );
  return (
    <div
      ref={list}
      id="gallery-list"
      className="gallery-list"
      role="listbox"
      aria-label="Examples"
      aria-activedescendant={chosen ? `example-${chosen}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {isWhole
        ? (Object.keys(TOPICS) as Topic[]).map((topic) => (
            // biome-ignore lint/a11y/useSemanticElements: a list box may hold groups, but no field sets.
            <div key={topic} role="group" aria-label={TOPICS[topic]}>
              <div className="gallery-topic" aria-hidden="true">
                {TOPICS[topic]}
              </div>
              {entries.filter((entry) => entry.topic === topic).map(row)}
            </div>
          ))
        : entries.map(row)}
      {entries.length === 0 ? (
        <div className="empty" role="option" aria-disabled="true" aria-selected={false} tabIndex={-1}>
          No example has all of that.
        </div>
      ) : null}
    </div>
  );
}

interface EntryProps {
  readonly entry: GalleryEntry;
  readonly isChosen: boolean;
  readonly onOpen: (id: string) => void;
}

function Entry({ entry, isChosen, onOpen }: EntryProps) {
  const { id, title, teaches, level, logsource, techniques, format, expected } = entry;
  const source = Object.values(logsource).join(' / ');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the search and the list have the keys; options are named by aria-activedescendant.
    <div
      id={`example-${id}`}
      role="option"
      className={isChosen ? 'gallery-entry gallery-chosen' : 'gallery-entry'}
      aria-selected={isChosen}
      onClick={() => onOpen(id)}
    >
      <span className="gallery-said">
        <span className="gallery-title">{title}</span>
        <span className="gallery-teaches">
          <Sentence words={prose(teaches)} />
        </span>
      </span>
      <span className="soft gallery-facts">
        <span>
          <span className="pill">{level}</span> {source}
        </span>
        <span className="gallery-technique">
          {techniques.map((one) => one.id).join(', ')} · {format}
        </span>
      </span>
      <Picture expected={expected} />
    </div>
  );
}
