import { Opened } from '../guard/overlay';
import { EXPORT } from '../panels/export/export-overlay';
import { closeDialog, useDialog } from '../state/dialogs';

/** The dialog for exports, as a command opens it. */
export function Exports() {
  const isResult = useDialog('export-result');
  const isRule = useDialog('export-rule');
  return (
    <>
      <Opened
        overlay={EXPORT}
        isOpen={isResult}
        onLost={closeDialog}
        props={{ isOpen: isResult, onClose: closeDialog, what: 'result' as const }}
      />
      <Opened
        overlay={EXPORT}
        isOpen={isRule}
        onLost={closeDialog}
        props={{ isOpen: isRule, onClose: closeDialog, what: 'rule page' as const }}
      />
    </>
  );
}
