import { type ReactNode, useCallback, useState } from 'react';
import { copyLink } from '../actions/copy-link';
import { Opened, Overlay } from '../guard/overlay';
import { isLogOpen } from '../log/store';
import { session } from '../state/session';
import type { Shared } from '../state/share';
import { notify } from '../ui/notices';
import type { LinkShown } from './LinkDialog';
import { OverlayButton } from './OverlayButton';

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
    const outcome = await copyLink(what);
    if (outcome.kind === 'too large') return setShown(outcome);
    const { kind, link } = outcome;
    if (kind === 'by hand') return setShown({ kind, link, contents });
    const long = link.length > LONG_LINK ? ' It is long, and some programs cut long links short.' : '';
    notify({ key: 'share', text: `Link copied. ${contents}${long}`, for: 8000 });
    setShown(null);
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
      <ShareOptions className="btn" name="Link options">
        <span aria-hidden="true">▾</span>
      </ShareOptions>
      <Opened
        overlay={DIALOG}
        isOpen={shown !== null}
        onLost={close}
        props={{ shown, onShareRule: shareRule, onClose: close }}
      />
    </>
  );
}

const OPTIONS = new Overlay('The dialog with the options of the link', () =>
  import('../panels/share/ShareDialog').then((m) => m.ShareDialog),
);

interface ShareOptionsProps {
  readonly className: string;
  /** Its name, where its content is no word. */
  readonly name?: string;
  readonly children: ReactNode;
}

/** Opens what a link or a file of events contains: with made-up names, or without events. */
export function ShareOptions({ className, name, children }: ShareOptionsProps) {
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <OverlayButton overlay={OPTIONS} onOpen={() => setOpen(true)} className={className} name={name}>
        {children}
      </OverlayButton>
      <Opened overlay={OPTIONS} isOpen={isOpen} onLost={close} props={{ isOpen, onClose: close }} />
    </>
  );
}
