import { useCallback, useState } from 'react';
import { Opened, Overlay } from '../guard/overlay';
import { OverlayButton } from './OverlayButton';

const DIALOG = new Overlay('History', () =>
  import('../panels/history/HistoryDialog').then((m) => m.HistoryDialog),
);

/** Opens the states of the work that are kept. */
export function HistoryButton() {
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <OverlayButton overlay={DIALOG} onOpen={() => setOpen(true)}>
        History
      </OverlayButton>
      <Opened overlay={DIALOG} isOpen={isOpen} onLost={close} props={{ isOpen, onClose: close }} />
    </>
  );
}
