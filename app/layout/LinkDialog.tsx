import { Heading } from 'react-aria-components/Heading';
import { ModalDialog } from '../guard/ModalDialog';
import { session } from '../state/session';
import { LINK_LIMITS, type MadeLink } from '../state/share';

/** What came of the wish for a link, where it could not simply be copied. */
export type LinkShown =
  /** What the link contains is said as a sentence. */
  | { readonly kind: 'by hand'; readonly link: string; readonly contents: string }
  | { readonly kind: 'too large'; readonly made: Extract<MadeLink, { ok: false }> };

interface LinkDialogProps {
  /** The dialog is open while there is something to show. */
  readonly shown: LinkShown | null;
  readonly onShareRule: () => void;
  readonly onClose: () => void;
}

/** Shows a link to copy by hand, where the browser refused the clipboard, or why there is none. */
export function LinkDialog({ shown, onShareRule, onClose }: LinkDialogProps) {
  return (
    <ModalDialog isOpen={shown !== null} onClose={onClose} what="This dialog">
      {shown?.kind === 'by hand' ? <ByHand link={shown.link} contents={shown.contents} /> : null}
      {shown?.kind === 'too large' ? <TooLarge made={shown.made} onShareRule={onShareRule} /> : null}
      <div className="dialog-end">
        <button type="button" className="btn" onClick={onClose}>
          Close
        </button>
      </div>
    </ModalDialog>
  );
}

function ByHand({ link, contents }: { readonly link: string; readonly contents: string }) {
  return (
    <>
      <Heading slot="title">Copy this link</Heading>
      <p>The browser did not let the page copy the link. {contents}</p>
      <textarea
        className="field field-code page-link"
        aria-label="Link"
        readOnly
        rows={4}
        value={link}
        // biome-ignore lint/a11y/noAutofocus: the dialog is there for this field.
        autoFocus
        onFocus={(e) => e.currentTarget.select()}
      />
    </>
  );
}

interface TooLargeProps {
  readonly made: Extract<MadeLink, { ok: false }>;
  readonly onShareRule: () => void;
}

/** No link was made, because nobody could open it: how long it would be, and what to leave out. */
function TooLarge({ made: { limit, size }, onShareRule }: TooLargeProps) {
  const { rule, events } = session.getState();
  const said = (n: number) => n.toLocaleString('en');
  const most = said(LINK_LIMITS[limit]);
  return (
    <>
      <Heading slot="title">Too much for a link</Heading>
      <p>
        {limit === 'content'
          ? `A link holds at most ${most} bytes; this work has ${said(size)}.`
          : `The link would have ${said(size)} characters; at most ${most} can be opened.`}{' '}
        The rule has {said(rule.length)} characters, the events have {said(events.length)}. Nothing was
        copied.
      </p>
      <p>
        {rule.length > events.length
          ? 'Leave out rules that are not needed, or use Download and send the files.'
          : 'Leave out events until few are left that show what you mean, or share the rule alone and send the events as a file (Download).'}
      </p>
      {rule !== '' && events !== '' ? (
        <button type="button" className="btn" onClick={onShareRule}>
          Copy a link with the rule alone
        </button>
      ) : null}
    </>
  );
}
