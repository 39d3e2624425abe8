import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Guard } from './Guard';

interface ModalDialogProps {
  readonly isOpen: boolean;
  /** Called by Escape and by a click beside the dialog. */
  readonly onClose: () => void;
  /** What fails, where its content does, as the beginning of a sentence: `This dialog`. */
  readonly what: string;
  /** A question that needs an answer is an `alertdialog`. */
  readonly role?: 'dialog' | 'alertdialog';
  /** A further class of its frame. */
  readonly frame?: string;
  /** With a `Heading` in the slot `title`. */
  readonly children: ReactNode;
}

/** A dialog over the page, whose content fails alone. */
export function ModalDialog({ isOpen, onClose, what, role = 'dialog', frame, children }: ModalDialogProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className={frame ? `modal ${frame}` : 'modal'}>
        <Dialog className="dialog" role={role}>
          <Guard what={what}>{children}</Guard>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
