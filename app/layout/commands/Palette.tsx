import './palette.css';
import { useMemo, useState } from 'react';
import { Heading } from 'react-aria-components/Heading';
import { ModalDialog } from '../../guard/ModalDialog';
import { closeDialog } from '../../state/dialogs';
import { session } from '../../state/session';
import { count } from '../../ui/count';
import { SearchField, useInSight, walkList } from '../../ui/SearchField';
import { COMMANDS } from './all';
import type { Command } from './command';
import { otherEditorCommands } from './editors';
import { type Found, find } from './find';
import { keyWords } from './keys';

/** So many commands come first because they were used lately. */
const RECENT = 8;

interface PaletteProps {
  readonly isOpen: boolean;
}

/** Everything that the page can do, to be searched and run by keyboard. */
export function Palette({ isOpen }: PaletteProps) {
  return (
    <ModalDialog isOpen={isOpen} onClose={closeDialog} what="The list of commands" frame="palette">
      <Heading slot="title" className="visually-hidden">
        Commands
      </Heading>
      <Commands />
    </ModalDialog>
  );
}

function Commands() {
  // As they are when the palette opens.
  const [recent] = useState(() => session.getState().recent);
  const [all] = useState(() => [...COMMANDS, ...otherEditorCommands()]);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => find(query, all, recent), [query, all, recent]);
  const active = found[at] ? `palette-${at}` : undefined;
  const list = useInSight(active);
  const search = (typed: string) => {
    setQuery(typed);
    setAt(0);
  };
  return (
    <>
      <SearchField
        label="Search the commands"
        placeholder="What do you want to do?"
        className="field palette-search"
        value={query}
        onChange={search}
        list="palette-list"
        active={active}
        onKeyDown={(event) =>
          walkList(event, {
            at,
            count: found.length,
            page: 10,
            onMove: setAt,
            onEnter: () => run(found[at]?.command),
          })
        }
      />
      <div ref={list} id="palette-list" className="palette-list" role="listbox" aria-label="Commands">
        {found.map((one, i) => (
          <Option key={one.command.id} found={one} place={i} isChosen={i === at} />
        ))}
      </div>
      <div className="palette-end">
        <span role="status">{count(found.length, 'command')}</span>
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> choose, <kbd>Enter</kbd> runs, <kbd>Escape</kbd> closes
        </span>
      </div>
    </>
  );
}

interface OptionProps {
  readonly found: Found;
  readonly place: number;
  readonly isChosen: boolean;
}

function Option({ found: { command, at }, place, isChosen }: OptionProps) {
  const { title, section, keys = [], isAvailable } = command;
  const can = isAvailable?.() ?? true;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the search field has the focus and the keys; options are named by aria-activedescendant.
    <div
      id={`palette-${place}`}
      role="option"
      aria-selected={isChosen}
      aria-disabled={!can}
      className={isChosen ? 'palette-option palette-chosen' : 'palette-option'}
      onClick={() => run(command)}
    >
      <span className="palette-title">
        <Marked text={title} at={at} />
      </span>
      <span className="palette-section">{can ? section : 'not now'}</span>
      {keys.length > 0 ? (
        <span className="palette-keys">
          {keys.map(({ key }) => (
            <kbd key={key}>{keyWords(key)}</kbd>
          ))}
        </span>
      ) : null}
    </div>
  );
}

/** A title with the letters by which it was found. */
function Marked({ text, at }: { readonly text: string; readonly at: readonly number[] }) {
  if (at.length === 0) return text;
  const marked = new Set(at);
  return [...text].map((letter, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a letter is where it stands.
    marked.has(i) ? <b key={i}>{letter}</b> : letter,
  );
}

/** Runs a command once the palette has gone and the focus is back where it was. */
function run(command: Command | undefined): void {
  if (!command || !(command.isAvailable?.() ?? true)) return;
  closeDialog();
  const { id } = command;
  session.setState(({ recent }) => ({
    recent: [id, ...recent.filter((one) => one !== id)].slice(0, RECENT),
  }));
  requestAnimationFrame(() => requestAnimationFrame(() => void command.run()));
}
