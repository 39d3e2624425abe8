import { useCallback, useState } from 'react';
import { Opened, Overlay } from '../guard/overlay';

const DIALOG = new Overlay('History', () =>
  import('../panels/history/HistoryDialog').then((m) => m.HistoryDialog),
);

/** Opens the states of the work that are kept. */
export function HistoryButton() {
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <button
        type="button"
        className="btn"
        aria-haspopup="dialog"
        onPointerEnter={DIALOG.prepare}
        onFocus={DIALOG.prepare}
        onClick={() => setOpen(true)}
      >
        History
      </button>
      <Opened overlay={DIALOG} isOpen={isOpen} onLost={close} props={{ isOpen, onClose: close }} />
    </>
  );
}
