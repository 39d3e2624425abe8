import { WideDialog } from '../../guard/WideDialog';
import { History } from './History';
import type { ExportStart } from './HistoryBar';

interface HistoryDialogProps {
  readonly start: ExportStart;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The panel History over the page. */
export function HistoryDialog({ isOpen, onClose, start }: HistoryDialogProps) {
  return (
    <WideDialog isOpen={isOpen} onClose={onClose} title="History" what="History">
      <History onClose={onClose} start={start} />
    </WideDialog>
  );
}
