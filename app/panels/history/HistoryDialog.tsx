import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Guard } from '../../guard/Guard';
import { History } from './History';

interface HistoryDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The panel History over the page. */
export function HistoryDialog({ isOpen, onClose }: HistoryDialogProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className="modal modal-wide">
        <Dialog className="dialog">
          <div className="dialog-top">
            <Heading slot="title">History</Heading>
            <button type="button" className="btn-icon" aria-label="Close" onClick={onClose}>
              ×
            </button>
          </div>
          <Guard what="History">
            <History onClose={onClose} />
          </Guard>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
