import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { CatalogRule } from '../../../src/catalog/catalog';
import { putRule } from '../../catalog/open-rule';
import { useSession } from '../../session/session';

/** A rule of the catalog that waits to be opened over the person's own. */
export interface Asked {
  readonly rule: CatalogRule;
  readonly text: string;
}

interface ReplaceRuleProps {
  readonly asked: Asked | null;
  readonly onClose: () => void;
}

/** Asks before a rule that the person wrote is replaced. */
export function ReplaceRule({ asked, onClose }: ReplaceRuleProps) {
  const name = useSession((s) => s.ruleName);
  return (
    <ModalOverlay
      className="overlay"
      isOpen={asked !== null}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className="modal">
        <Dialog className="dialog" role="alertdialog">
          <Heading slot="title">Replace your rule?</Heading>
          <p>
            <strong>{asked?.rule.title}</strong> takes the place of what is in {name}. Undo in the editor
            brings it back.
          </p>
          <div className="dialog-end">
            <button type="button" className="btn" onClick={onClose}>
              Keep mine
            </button>
            <button
              type="button"
              className="btn btn-main"
              onClick={() => {
                onClose();
                if (asked) putRule(asked.rule, asked.text);
              }}
            >
              Replace
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
