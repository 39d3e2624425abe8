import { Heading } from 'react-aria-components/Heading';
import { useStore } from 'zustand';
import { ModalDialog } from '../../guard/ModalDialog';
import { agree, decline, offeredRule } from '../open-rule';

/** Asks before a rule of the catalog replaces the user's own. */
export function AskToReplace() {
  const rule = useStore(offeredRule, (s) => s.rule);
  return (
    <ModalDialog isOpen={rule !== null} onClose={decline} what="This question" role="alertdialog">
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
    </ModalDialog>
  );
}
