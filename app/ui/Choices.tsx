import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { Words } from '../../src/text';
import { Sentence } from './Sentence';

/** One line of a menu. */
export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly detail?: Words;
}

interface ChoicesProps {
  /** The button's text, and its accessible name unless `name` gives another. */
  readonly label: ReactNode;
  readonly name?: string;
  readonly choices: readonly Choice[];
  /** The current choice, for menus that set something. */
  readonly chosen?: string;
  /** Without a border, for a bar. */
  readonly quiet?: boolean;
  readonly disabled?: boolean;
  readonly onChoose: (id: string) => void;
}

/** A button that opens a menu. */
export function Choices({ label, name, choices, chosen, quiet, disabled, onChoose }: ChoicesProps) {
  const selection =
    chosen === undefined
      ? {}
      : { selectionMode: 'single' as const, selectedKeys: [chosen], disallowEmptySelection: true };
  return (
    <MenuTrigger>
      <Button
        className={quiet ? 'btn-quiet' : 'btn'}
        isDisabled={disabled ?? false}
        {...(name ? { 'aria-label': name } : {})}
      >
        {label}
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu className="menu" onAction={(key) => onChoose(String(key))} {...selection}>
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
    </MenuTrigger>
  );
}
