import { Heading } from 'react-aria-components/Heading';
import { Guard } from '../../guard/Guard';
import { ModalDialog } from '../../guard/ModalDialog';
import { History } from './History';

interface HistoryDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The panel History over the page. */
export function HistoryDialog({ isOpen, onClose }: HistoryDialogProps) {
  return (
    <ModalDialog isOpen={isOpen} onClose={onClose} what="This dialog" frame="modal-wide">
      <div className="dialog-top">
        <Heading slot="title">History</Heading>
        <button type="button" className="btn-icon" aria-label="Close" onClick={onClose}>
          ×
        </button>
      </div>
      {/* If it fails, the button stays. */}
      <Guard what="History">
        <History onClose={onClose} />
      </Guard>
    </ModalDialog>
  );
}
