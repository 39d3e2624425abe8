import './stage.css';
import { useEffect } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Guard } from '../guard/Guard';
import { leaveScreen } from '../ui/full-screen';
import { Stage } from './Stage';

interface StageDialogProps {
  /** Null while it is closed; else the place of a link, empty for none. */
  readonly place: string | null;
  readonly onClose: () => void;
}

/** The stage over the whole page. */
export function StageDialog({ place, onClose }: StageDialogProps) {
  const isOpen = place !== null;
  // However it is closed, the screen is given back.
  useEffect(() => (isOpen ? leaveScreen : undefined), [isOpen]);
  return (
    <ModalOverlay className="stage-overlay" isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal stage-modal">
        <Dialog className="stage" aria-label="Stage">
          <Guard what="The stage">
            <Stage place={place ?? ''} onClose={onClose} />
          </Guard>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
