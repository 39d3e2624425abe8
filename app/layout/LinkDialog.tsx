import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Guard } from '../guard/Guard';

interface LinkDialogProps {
  /** The link to copy; the dialog is open while there is one. */
  readonly link: string | null;
  /** What the link contains, as a sentence. */
  readonly contents: string;
  readonly onClose: () => void;
}

/** Shows a link to copy by hand, where the browser refused the clipboard. */
export function LinkDialog({ link, contents, onClose }: LinkDialogProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={link !== null}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className="modal">
        <Dialog className="dialog">
          <Guard what="This dialog">
            <Heading slot="title">Copy this link</Heading>
            <p>The browser did not let the page copy the link. {contents}</p>
            <textarea
              className="field field-code page-link"
              aria-label="Link"
              readOnly
              rows={4}
              value={link ?? ''}
              autoFocus
              onFocus={(e) => e.currentTarget.select()}
            />
            <div className="dialog-end">
              <button type="button" className="btn" onClick={onClose}>
                Close
              </button>
            </div>
          </Guard>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
