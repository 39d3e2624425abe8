import { useCallback, useState } from 'react';
import { Opened, Overlay } from '../guard/overlay';
import { isLogOpen } from '../log/store';
import { session } from '../state/session';
import { encodeLink, type Shared } from '../state/share';
import { notify } from '../ui/notices';
import type { LinkShown } from './LinkDialog';

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
 * copy by hand; if nobody could open the link, says what to leave out.
 */
export function ShareButton() {
  const [shown, setShown] = useState<LinkShown | null>(null);
  const close = useCallback(() => setShown(null), []);
  const share = async (what: Shared, contents: string) => {
    const made = await encodeLink(what);
    if (!made.ok) return setShown({ kind: 'too large', made });
    const address = location.href.replace(/#.*$/, '') + made.hash;
    try {
      await navigator.clipboard.writeText(address);
      const long = address.length > LONG_LINK ? ' It is long, and some programs cut long links short.' : '';
      notify({ key: 'share', text: `Link copied. ${contents}${long}`, for: 8000 });
      setShown(null);
    } catch {
      setShown({ kind: 'by hand', link: address, contents });
    }
  };
  const shareRule = () => {
    void share({ ...session.getState(), events: '' }, 'The link itself holds the rule alone.');
  };
  return (
    <>
      <button
        type="button"
        className="btn btn-main"
        onClick={() => void share(session.getState(), carried())}
      >
        Share
      </button>
      <Opened
        overlay={DIALOG}
        isOpen={shown !== null}
        onLost={close}
        props={{ shown, onShareRule: shareRule, onClose: close }}
      />
    </>
  );
}
