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

/** The states of the work over the page; a command for an export opens them at its button. */
export function History() {
  const isList = useDialog('history');
  const isWork = useDialog('export-work');
  const isAll = useDialog('export-all');
  const isOpen = isList || isWork || isAll;
  const start = isWork ? ('work' as const) : isAll ? ('all' as const) : null;
  return (
    <Opened
      overlay={DIALOG}
      isOpen={isOpen}
      onLost={closeDialog}
      props={{ isOpen, onClose: closeDialog, start }}
    />
  );
}
