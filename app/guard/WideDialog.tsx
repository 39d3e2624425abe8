import type { ReactNode } from 'react';
import { Heading } from 'react-aria-components/Heading';
import { Guard } from './Guard';
import { ModalDialog } from './ModalDialog';

interface WideDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What fails if its content fails, at the beginning of a sentence. */
  readonly what: string;
  readonly children: ReactNode;
}

/** A wide dialog with a title and a button that closes it. If its content fails, the button stays. */
export function WideDialog({ isOpen, onClose, title, what, children }: WideDialogProps) {
  return (
    <ModalDialog isOpen={isOpen} onClose={onClose} what="This dialog" frame="modal-wide">
      <div className="dialog-top">
        <Heading slot="title">{title}</Heading>
        <button type="button" className="btn-icon" aria-label="Close" onClick={onClose}>
          ×
        </button>
      </div>
      <Guard what={what}>{children}</Guard>
    </ModalDialog>
  );
}
