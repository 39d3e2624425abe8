import { closeReference, isReferenceOpen, openReference, useReference } from '../actions/reference';
import { editors } from '../editor/editors';
import { Opened, Overlay } from '../guard/overlay';
import { results } from '../results/results';
import { OverlayButton } from './OverlayButton';

/** The reference over the page: its script is loaded when it is opened. */
export const REFERENCE = new Overlay('The reference', () =>
  import('../reference/ReferenceDialog').then((m) => m.ReferenceDialog),
);
const lookUp = () => import('../reference/look-up');

/** The reference, while it is open. */
export function Reference() {
  const entry = useReference();
  return (
    <Opened
      overlay={REFERENCE}
      isOpen={entry !== null}
      onLost={closeReference}
      props={{ entry, onOpen: openReference, onClose: closeReference }}
    />
  );
}

/** Opens the reference at what has the focus, or closes it. */
export function toggleReference(): void {
  if (isReferenceOpen()) closeReference();
  else void openAt(document.activeElement);
}

/** Opens the entry for what has the focus: a problem, or what the rule has at the cursor. */
async function openAt(focused: Element | null): Promise<void> {
  const topic = focused?.closest<HTMLElement>('[data-topic]')?.dataset.topic;
  if (topic !== undefined) return openReference(topic);
  const { host, handle } = editors.rule;
  if (!handle || !host?.contains(focused)) return openReference();
  const looked = handle.lookedUp();
  const { ruleText, ruleProblems } = results.getState();
  try {
    const { entryAt } = await lookUp();
    openReference(entryAt(handle.text(), looked, handle.text() === ruleText ? ruleProblems : []));
  } catch {
    // The dialog says why nothing of the reference can be loaded.
    openReference();
  }
}

/** Opens the list of all entries. */
export function ReferenceButton() {
  return (
    <OverlayButton
      overlay={REFERENCE}
      onOpen={() => openReference()}
      name="Reference"
      title="Reference (Shift+F1)"
    >
      <span aria-hidden="true">?</span>
    </OverlayButton>
  );
}
