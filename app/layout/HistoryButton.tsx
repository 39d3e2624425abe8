import { Opened, Overlay } from '../guard/overlay';
import { closeDialog, openDialog, useDialog } from '../state/dialogs';
import { OverlayButton } from './OverlayButton';

const DIALOG = new Overlay('History', () =>
  import('../panels/history/HistoryDialog').then((m) => m.HistoryDialog),
);

/** Opens the states of the work that are kept. */
export function HistoryButton() {
  return (
    <OverlayButton overlay={DIALOG} onOpen={() => openDialog('history')}>
      History
    </OverlayButton>
  );
}

/** The states of the work over the page. */
export function History() {
  const isOpen = useDialog('history');
  return (
    <Opened overlay={DIALOG} isOpen={isOpen} onLost={closeDialog} props={{ isOpen, onClose: closeDialog }} />
  );
}
