import './about-button.css';
import { Opened, Overlay } from '../guard/overlay';
import { closeDialog, openDialog, useDialog } from '../state/dialogs';
import { OverlayButton } from './OverlayButton';

const DIALOG = new Overlay('About', () => import('../panels/about/AboutDialog').then((m) => m.AboutDialog));

/** Says that nothing leaves the browser, in one word where there is no room, and opens what shows it. */
export function AboutButton({ room }: { readonly room: 'header' | 'phone' }) {
  return (
    <OverlayButton
      overlay={DIALOG}
      onOpen={() => openDialog('about')}
      className="btn-quiet"
      name="About: everything stays in this browser"
    >
      {room === 'phone' ? (
        'Everything stays in this browser'
      ) : (
        <>
          <span className="about-button-long">Everything stays in this browser</span>
          <span className="about-button-short">About</span>
        </>
      )}
    </OverlayButton>
  );
}

/** The version, what is kept and what is sent, over the page. */
export function About() {
  const isOpen = useDialog('about');
  return (
    <Opened overlay={DIALOG} isOpen={isOpen} onLost={closeDialog} props={{ isOpen, onClose: closeDialog }} />
  );
}
