import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { copyLink } from '../actions/copy-link';
import { Opened, Overlay } from '../guard/overlay';
import { isLogOpen } from '../log/store';
import { closeDialog, openDialog, useDialog } from '../state/dialogs';
import { foundFilter } from '../state/found-filter';
import { session } from '../state/session';
import type { Shared } from '../state/share';
import { notify } from '../ui/notices';
import type { LinkShown } from './LinkDialog';
import { OverlayButton } from './OverlayButton';

const LINK = new Overlay('The dialog with the link', () => import('./LinkDialog').then((m) => m.LinkDialog));

/** Some programs cut links that are longer than this. */
const LONG_LINK = 30_000;

/** What came of the newest wish for a link; null where there is nothing to show. */
const made = createStore<{ readonly shown: LinkShown | null }>(() => ({ shown: null }));
const closeLink = () => made.setState({ shown: null });

/**
 * Copies a link with the rule, the events and the settings. If the browser refuses the clipboard, shows the link to
 * copy by hand; if nobody could open the link, says what to leave out.
 */
export function share(): void {
  // What the link contains.
  const findings = isLogOpen() ? foundFilter.getState().now : null;
  const filters = findings ? ' It keeps the filters of Findings, too.' : '';
  const contents = isLogOpen()
    ? `The link itself holds the rule and the one event in the editor, not the log.${filters}`
    : 'The link itself holds the rule and the events.';
  void copy({ ...session.getState(), ...(findings ? { findings } : {}) }, contents);
}

/** Copies a link with the rule and the settings alone. */
export function shareRule(): void {
  void copy({ ...session.getState(), events: '' }, 'The link itself holds the rule alone.');
}

async function copy(what: Shared, contents: string): Promise<void> {
  const outcome = await copyLink(what);
  if (outcome.kind === 'too large') return made.setState({ shown: outcome });
  const { kind, link } = outcome;
  if (kind === 'by hand') return made.setState({ shown: { kind, link, contents } });
  const long = link.length > LONG_LINK ? ' It is long, and some programs cut long links short.' : '';
  notify({ key: 'share', text: `Link copied. ${contents}${long}`, for: 8000 });
  closeLink();
}

/** Copies a link, or opens what it is to contain. */
export function ShareButton() {
  return (
    <>
      <button type="button" className="btn btn-main" onClick={share}>
        Share
      </button>
      <ShareOptions className="btn" name="Link options">
        <span aria-hidden="true">▾</span>
      </ShareOptions>
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
  return (
    <OverlayButton overlay={OPTIONS} onOpen={() => openDialog('share')} className={className} name={name}>
      {children}
    </OverlayButton>
  );
}

/** What sharing shows over the page. */
export function Sharing() {
  const shown = useStore(made, (m) => m.shown);
  const isEmbed = useDialog('embed');
  const isOpen = useDialog('share') || isEmbed;
  return (
    <>
      <Opened
        overlay={LINK}
        isOpen={shown !== null}
        onLost={closeLink}
        props={{ shown, onShareRule: shareRule, onClose: closeLink }}
      />
      <Opened
        overlay={OPTIONS}
        isOpen={isOpen}
        onLost={closeDialog}
        props={{ isOpen, isEmbed, onClose: closeDialog }}
      />
    </>
  );
}
