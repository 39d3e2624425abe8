import { type RefObject, useId, useState } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { PAGE } from '../../src/limits';
import type { Words } from '../../src/text';
import { cutEntry } from './cut';
import { Sentence } from './Sentence';

/** One line of a menu. */
export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly detail?: Words;
}

interface ChoiceMenuProps {
  readonly choices: readonly Choice[];
  /** The current choice, for menus that set something. */
  readonly chosen: string | undefined;
  /** Stands above the choices. */
  readonly note?: Words | undefined;
  readonly onChoose: (id: string) => void;
  /** The button that the menu belongs to, and its id. */
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly labelledBy: string;
  /** The choice that has the focus when the menu opens; null for the menu itself. */
  readonly focused: 'first' | 'last' | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Moves a long menu to the choices before or behind those that it shows; no choice has such an id. */
const BEFORE = 'before';
const BEHIND = 'behind';
/** Before the id of each choice, which may be any text. */
const OWN = '=';

/** The menu of a button. Of very many choices it shows those around the current one, and leads to the others. */
export function ChoiceMenu(props: ChoiceMenuProps) {
  const { choices, chosen, note, onChoose, button, labelledBy, focused, isOpen, onClose } = props;
  const noteId = useId();
  const most = PAGE.menuChoices.value;
  const last = Math.max(0, choices.length - most);
  const [moved, setMoved] = useState<number | null>(null);
  const at = choices.findIndex(({ id }) => id === chosen);
  const first = Math.max(0, Math.min(last, moved ?? at - most / 2));
  const shown = choices.slice(first, first + most);
  const behind = choices.length - first - shown.length;
  const act = (key: string) => {
    if (key === BEFORE) setMoved(first - most);
    else if (key === BEHIND) setMoved(first + most);
    else onChoose(key.slice(OWN.length));
  };
  const selection =
    chosen === undefined
      ? {}
      : { selectionMode: 'single' as const, selectedKeys: [`${OWN}${chosen}`], disallowEmptySelection: true };
  return (
    <Popover
      className="popover"
      placement="bottom start"
      trigger="MenuTrigger"
      triggerRef={button}
      aria-labelledby={labelledBy}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
    >
      {note ? (
        <p id={noteId} className="menu-note">
          <Sentence words={note} />
        </p>
      ) : null}
      <Menu
        className="menu"
        aria-describedby={note ? noteId : undefined}
        aria-labelledby={labelledBy}
        autoFocus={focused ?? true}
        onClose={onClose}
        onAction={(key) => act(String(key))}
        {...selection}
      >
        {first > 0 ? (
          <Further key={BEFORE} id={BEFORE} says={`${first.toLocaleString('en')} before these`} />
        ) : null}
        {shown.map((choice) => (
          <MenuItem
            key={choice.id}
            id={`${OWN}${choice.id}`}
            textValue={cutEntry(choice.title)}
            className="menu-item"
          >
            <span className="menu-title">{cutEntry(choice.title)}</span>
            {choice.detail ? (
              <span className="menu-detail">
                <Sentence words={choice.detail} />
              </span>
            ) : null}
          </MenuItem>
        ))}
        {behind > 0 ? (
          <Further key={BEHIND} id={BEHIND} says={`${behind.toLocaleString('en')} more`} />
        ) : null}
      </Menu>
    </Popover>
  );
}

interface FurtherProps {
  readonly id: string;
  readonly says: string;
}

/** An item that shows other choices and leaves the menu open. */
function Further({ id, says }: FurtherProps) {
  return (
    <MenuItem id={id} textValue={says} className="menu-item" shouldCloseOnSelect={false}>
      <span className="menu-title soft">{says}</span>
    </MenuItem>
  );
}
