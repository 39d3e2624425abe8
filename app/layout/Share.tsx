import { useCallback, useState } from 'react';
import { Opened, Overlay } from '../guard/overlay';
import { isLogOpen } from '../log/store';
import { session } from '../state/session';
import { encodeLink } from '../state/share';
import { notify } from '../ui/notices';

const DIALOG = new Overlay('The dialog with the link', () =>
  import('./LinkDialog').then((m) => m.LinkDialog),
);

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
  const close = useCallback(() => setLink(null), []);
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
      <Opened
        overlay={DIALOG}
        isOpen={link !== null}
        onLost={close}
        props={{ link, contents: carried(), onClose: close }}
      />
    </>
  );
}
