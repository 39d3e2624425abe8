import './lookup.css';
import { type KeyboardEvent, useDeferredValue, useState } from 'react';
import type { Topic } from '../../src/language';
import { WideDialog } from '../guard/WideDialog';
import { count } from '../ui/count';
import { SearchField, useInSight, walkList } from '../ui/SearchField';
import { Entry } from './Entry';
import { entries, entryNamed, found, idOf, KIND_WORDS } from './entries';

interface ReferenceDialogProps {
  /** Null while it is closed; empty for no entry. */
  readonly entry: string | null;
  readonly onOpen: (entry: string) => void;
  readonly onClose: () => void;
}

/** Everything that a rule can have, and every check, each with a rule that runs in place. */
export function ReferenceDialog({ entry, onOpen, onClose }: ReferenceDialogProps) {
  return (
    <WideDialog isOpen={entry !== null} onClose={onClose} title="Reference" what="The reference">
      {entry === null ? null : <Reference entry={entry} onOpen={onOpen} />}
    </WideDialog>
  );
}

function Reference({ entry, onOpen }: { readonly entry: string; readonly onOpen: (entry: string) => void }) {
  const topic = entry === '' ? null : entryNamed(entry);
  const [typed, setTyped] = useState('');
  const searched = useDeferredValue(typed);
  const listed = found(searched);
  const at = topic ? listed.findIndex((one) => idOf(one) === idOf(topic)) : -1;

  const walk = (event: KeyboardEvent) => {
    // The list on screen may still be that of fewer letters.
    const now = typed === searched ? listed : found(typed);
    const from = topic ? now.findIndex((one) => idOf(one) === idOf(topic)) : -1;
    const open = (place: number) => {
      const one = now[place];
      if (one) onOpen(idOf(one));
    };
    walkList(event, {
      at: from,
      count: now.length,
      page: 8,
      onMove: open,
      onEnter: () => open(Math.max(from, 0)),
    });
  };

  return (
    <div className="lookup">
      <div className="lookup-side">
        <SearchField
          label="Search the reference"
          placeholder={`Search ${count(entries().length, 'entry', 'entries')}`}
          list="lookup-entries"
          active={at >= 0 ? `lookup-${at}` : undefined}
          value={typed}
          onChange={setTyped}
          onKeyDown={walk}
        />
        <List listed={listed} at={at} onOpen={onOpen} />
        <p className="soft" role="status">
          {count(listed.length, 'entry', 'entries')}
        </p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="lookup-entry" aria-label="Entry" tabIndex={0}>
        {topic ? (
          <Entry key={idOf(topic)} topic={topic} />
        ) : (
          <p className="empty">
            {entry === ''
              ? 'Search, or choose an entry with the arrow keys. Shift+F1 in the rule opens the entry for what is at the cursor, and closes it again.'
              : `There is no entry “${entry}”.`}
          </p>
        )}
      </section>
    </div>
  );
}

interface ListProps {
  readonly listed: readonly Topic[];
  readonly at: number;
  readonly onOpen: (entry: string) => void;
}

function List({ listed, at, onOpen }: ListProps) {
  const list = useInSight(at >= 0 ? `lookup-${at}` : undefined);
  return (
    <div ref={list} id="lookup-entries" className="lookup-list" role="listbox" aria-label="Entries">
      {listed.map((topic, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the search field has the focus and the keys; options are named by aria-activedescendant.
        <div
          key={idOf(topic)}
          id={`lookup-${i}`}
          role="option"
          aria-selected={i === at}
          className={i === at ? 'lookup-option lookup-chosen' : 'lookup-option'}
          onClick={() => onOpen(idOf(topic))}
        >
          <code>{topic.name}</code> <span className="soft">{KIND_WORDS[topic.kind][1]}</span>
        </div>
      ))}
    </div>
  );
}
