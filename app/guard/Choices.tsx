import { type KeyboardEvent, type ReactNode, useCallback, useId, useRef, useState } from 'react';
import type { Words } from '../../src/text';
import type { Choice } from '../ui/ChoiceMenu';
import { Opened, Overlay } from './overlay';

export type { Choice } from '../ui/ChoiceMenu';

const MENU = new Overlay('The menu', () => import('../ui/ChoiceMenu').then((m) => m.ChoiceMenu));

interface ChoicesProps {
  /** The button's text, and its accessible name unless `name` gives another. */
  readonly label: ReactNode;
  readonly name?: string;
  /** What the pointer is told. */
  readonly title?: string;
  /** Stands above the choices. */
  readonly note?: Words | undefined;
  readonly choices: readonly Choice[];
  /** The current choice, for menus that set something. */
  readonly chosen?: string;
  /** Without a border, for a bar. */
  readonly quiet?: boolean;
  readonly disabled?: boolean;
  readonly onChoose: (id: string) => void;
}

/** The choice that has the focus when a key opens the menu. */
const FIRST_FOCUSED = new Map<string, 'first' | 'last'>([
  ['Enter', 'first'],
  [' ', 'first'],
  ['ArrowDown', 'first'],
  ['ArrowUp', 'last'],
]);

/** A button that opens a menu. */
export function Choices(props: ChoicesProps) {
  const { label, name, title, note, choices, chosen, quiet, disabled, onChoose } = props;
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [focused, setFocused] = useState<'first' | 'last' | null>(null);
  const open = (on: 'first' | 'last' | null) => {
    // Some browsers do not focus a button that is clicked, and the focus has to come back to it.
    button.current?.focus({ preventScroll: true });
    setFocused(on);
    setOpen(true);
  };
  const close = useCallback(() => setOpen(false), []);
  const onKeyDown = (e: KeyboardEvent) => {
    const on = FIRST_FOCUSED.get(e.key);
    if (!on) return;
    // No click follows, which would count as one of a screen reader.
    e.preventDefault();
    open(on);
  };
  return (
    <>
      <button
        ref={button}
        id={id}
        type="button"
        className={quiet ? 'btn-quiet' : 'btn'}
        disabled={disabled ?? false}
        aria-label={name}
        title={title}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPointerEnter={MENU.prepare}
        onFocus={MENU.prepare}
        // A screen reader's click has no pointer that could go on to a choice.
        onClick={(e) => open(e.detail === 0 ? 'first' : null)}
        onKeyDown={onKeyDown}
      >
        {label}
      </button>
      <Opened
        overlay={MENU}
        isOpen={isOpen}
        onLost={close}
        props={{ choices, chosen, note, onChoose, button, labelledBy: id, focused, isOpen, onClose: close }}
      />
    </>
  );
}
