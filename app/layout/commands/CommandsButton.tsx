import { useEffect } from 'react';
import { Opened, Overlay } from '../../guard/overlay';
import { keepBusy } from '../../results/resting';
import { closeDialog, openDialog, useDialog } from '../../state/dialogs';
import { OverlayButton } from '../OverlayButton';

const PALETTE = new Overlay('The list of commands', () => import('./Palette').then((m) => m.Palette));
const KEYS = new Overlay('The table of keys', () => import('./Shortcuts').then((m) => m.Shortcuts));

/** Opens the list of everything that the page can do. */
export function CommandsButton() {
  return (
    <OverlayButton
      overlay={PALETTE}
      onOpen={() => openDialog('commands')}
      name="Commands"
      title="Commands (F1)"
    >
      <span aria-hidden="true">≡</span>
    </OverlayButton>
  );
}

/** The list of commands and the table of keys over the page; their keys count once the list has come. */
export function Commands() {
  const isList = useDialog('commands');
  const isTable = useDialog('keys');
  useEffect(listen, []);
  return (
    <>
      <Opened overlay={PALETTE} isOpen={isList} onLost={closeDialog} props={{ isOpen: isList }} />
      <Opened overlay={KEYS} isOpen={isTable} onLost={closeDialog} props={{ isOpen: isTable }} />
    </>
  );
}

let isListening = false;

function listen(): void {
  if (isListening) return;
  isListening = true;
  const done = keepBusy();
  // If it does not come, the page says that a part is missing, and the next key asks for it again.
  const again = () => {
    isListening = false;
    window.addEventListener('keydown', listen, { capture: true, once: true });
  };
  const begin = ({ listen }: typeof import('./listen')) => {
    listen();
    // Otherwise what is typed right after the key would still go to an editor.
    PALETTE.prepare();
  };
  // Not `then(begin, again)`: the bundler takes that for a part of the import, which then never fails.
  void import('./listen').then(begin).catch(again).finally(done);
}
