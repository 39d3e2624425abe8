import { useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Guard } from '../guard/Guard';
import { isLogOpen } from '../log/store';
import { session } from '../state/session';
import { encodeLink } from '../state/share';
import { notify } from '../ui/notices';

/** Some programs cut links that are longer than this. */
const LONG_LINK = 30_000;

/** What the link contains. */
function carried(): string {
  return isLogOpen()
    ? 'The link itself holds the rule and the one event in the editor, not the log.'
    : 'The link itself holds the rule and the events.';
}

/**
 * Copies a link with the rule, the events and the settings. If the browser refuses the clipboard, shows the link to
 * copy by hand.
 */
export function ShareButton() {
  const [link, setLink] = useState<string | null>(null);
  const share = async () => {
    const address = location.href.replace(/#.*$/, '') + (await encodeLink(session.getState()));
    try {
      await navigator.clipboard.writeText(address);
      const long = address.length > LONG_LINK ? ' It is long, and some programs cut long links short.' : '';
      notify({
        key: 'share',
        text: `Link copied. ${carried()}${long}`,
        for: 8000,
      });
    } catch {
      setLink(address);
    }
  };
  return (
    <>
      <button type="button" className="btn btn-main" onClick={() => void share()}>
        Share
      </button>
      <ModalOverlay
        className="overlay"
        isOpen={link !== null}
        onOpenChange={(open) => !open && setLink(null)}
        isDismissable
      >
        <Modal className="modal">
          <Dialog className="dialog">
            <Guard what="This dialog">
              <Heading slot="title">Copy this link</Heading>
              <p>The browser did not let the page copy the link. {carried()}</p>
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
                <button type="button" className="btn" onClick={() => setLink(null)}>
                  Close
                </button>
              </div>
            </Guard>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}
