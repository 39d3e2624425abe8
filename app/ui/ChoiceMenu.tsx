import type { RefObject } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { Words } from '../../src/text';
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
  readonly onChoose: (id: string) => void;
  /** The button that the menu belongs to, and its id. */
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly labelledBy: string;
  /** The choice that has the focus when the menu opens; null for the menu itself. */
  readonly focused: 'first' | 'last' | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The menu of a button. */
export function ChoiceMenu(props: ChoiceMenuProps) {
  const { choices, chosen, onChoose, button, labelledBy, focused, isOpen, onClose } = props;
  const selection =
    chosen === undefined
      ? {}
      : { selectionMode: 'single' as const, selectedKeys: [chosen], disallowEmptySelection: true };
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
      <Menu
        className="menu"
        aria-labelledby={labelledBy}
        autoFocus={focused ?? true}
        onClose={onClose}
        onAction={(key) => onChoose(String(key))}
        {...selection}
      >
        {choices.map((choice) => (
          <MenuItem key={choice.id} id={choice.id} textValue={choice.title} className="menu-item">
            <span className="menu-title">{choice.title}</span>
            {choice.detail ? (
              <span className="menu-detail">
                <Sentence words={choice.detail} />
              </span>
            ) : null}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
