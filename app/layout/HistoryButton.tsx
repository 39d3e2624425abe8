import { useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Later, Part } from '../guard/later';

// Loaded when it is opened.
const HISTORY = new Part<{ readonly onClose: () => void }>(
  'History',
  () => import('../panels/history/History'),
);

/** Opens the states of the work that are kept. */
export function HistoryButton() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" className="btn" onClick={() => setOpen(true)}>
        History
      </button>
      <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={setOpen} isDismissable>
        <Modal className="modal modal-wide">
          <Dialog className="dialog">
            <div className="dialog-top">
              <Heading slot="title">History</Heading>
              <button type="button" className="btn-icon" aria-label="Close" onClick={close}>
                ×
              </button>
            </div>
            <Later part={HISTORY} props={{ onClose: close }} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}
