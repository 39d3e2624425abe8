import './formats.css';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { Opened, Overlay } from '../../guard/overlay';
import { useResults } from '../../results/results';
import { useSession } from '../../state/session';
import { naming } from './naming';

const DIALOG = new Overlay('The dialog on formats', () =>
  import('./FormatsDialog').then((m) => m.FormatsDialog),
);

const setOpen = (open: boolean) => naming.setState({ open, field: '' });
const close = () => setOpen(false);

/** The format of the events; opens the dialog on formats. */
export function Formats() {
  const button = useRef<HTMLButtonElement>(null);
  const format = useResults((r) => r.outcome.format);
  const chosen = useSession((s) => s.settings.format);
  const isOpen = useStore(naming, (n) => n.open);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="btn-quiet formats-button"
        aria-label={`Format: ${format}. How it was recognised`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={DIALOG.prepare}
        onFocus={DIALOG.prepare}
        onClick={() => {
          // Some browsers do not focus a button that is clicked, and the focus has to come back to it.
          button.current?.focus({ preventScroll: true });
          setOpen(true);
        }}
      >
        {format}
        {chosen === undefined ? '' : ', chosen'}
      </button>
      <Opened overlay={DIALOG} isOpen={isOpen} onLost={close} props={{ button, isOpen, onClose: close }} />
    </>
  );
}
