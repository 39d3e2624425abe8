import { ModalDialog } from '../../guard/ModalDialog';
import './author.css';
import { Heading } from 'react-aria-components/Heading';
import { useStore } from 'zustand';
import { plain } from '../../../src/text';
import { Sentence } from '../../ui/Sentence';
import { declineOffer, offered, takeOffer } from './write';

/** A rule written from events, the reasons for its parts, and the button that uses it. */
export function NewRuleOffer() {
  const offer = useStore(offered, (s) => s.offer);
  return (
    <ModalDialog isOpen={offer !== null} onClose={declineOffer} what="The new rule">
      <Heading slot="title">New rule</Heading>
      <ul className="author-reasons">
        {offer?.reasons.map((reason) => (
          <li key={plain(reason)}>
            <Sentence words={reason} />
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="field field-code author-text" aria-label="Text of the new rule" tabIndex={0}>
        {offer?.text}
      </section>
      <p className="soft">It replaces the rule in the editor. Undo restores that rule.</p>
      <div className="dialog-end author-choices">
        <button type="button" className="btn" onClick={declineOffer}>
          Close
        </button>
        <button type="button" className="btn btn-main" onClick={takeOffer}>
          Use this rule
        </button>
      </div>
    </ModalDialog>
  );
}
