import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useStore } from 'zustand';
import { Guard } from '../../guard/Guard';
import { agree, decline, offeredRule } from '../open-rule';

/** Asks before a rule of the catalog replaces the user's own. */
export function AskToReplace() {
  const rule = useStore(offeredRule, (s) => s.rule);
  return (
    <ModalOverlay
      className="overlay"
      isOpen={rule !== null}
      onOpenChange={(open) => !open && decline()}
      isDismissable
    >
      <Modal className="modal">
        <Dialog className="dialog" role="alertdialog">
          <Guard what="This question">
            <Heading slot="title">Replace your rule?</Heading>
            <p>“{rule?.title}” would replace your rule in the editor. Undo restores it.</p>
            <div className="dialog-end catalog-choices">
              <button type="button" className="btn" onClick={decline}>
                Keep mine
              </button>
              <button type="button" className="btn btn-main" onClick={agree}>
                Replace
              </button>
            </div>
          </Guard>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
