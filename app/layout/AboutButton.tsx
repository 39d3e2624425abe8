import { useCallback, useState } from 'react';
import { Opened, Overlay } from '../guard/overlay';
import { OverlayButton } from './OverlayButton';

const DIALOG = new Overlay('About', () => import('../panels/about/AboutDialog').then((m) => m.AboutDialog));

/** Says that nothing leaves the browser, and opens what shows it: the version, what is kept, and what is sent. */
export function AboutButton() {
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <OverlayButton
        overlay={DIALOG}
        onOpen={() => setOpen(true)}
        className="btn-quiet"
        title="About this page"
      >
        About
      </OverlayButton>
      <Opened overlay={DIALOG} isOpen={isOpen} onLost={close} props={{ isOpen, onClose: close }} />
    </>
  );
}
