import { WideDialog } from '../../guard/WideDialog';
import { History } from './History';

interface HistoryDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The panel History over the page. */
export function HistoryDialog({ isOpen, onClose }: HistoryDialogProps) {
  return (
    <WideDialog isOpen={isOpen} onClose={onClose} title="History" what="History">
      <History onClose={onClose} />
    </WideDialog>
  );
}
