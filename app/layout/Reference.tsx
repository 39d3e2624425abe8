import { useEffect } from 'react';
import { closeReference, isReferenceOpen, openReference, useReference } from '../actions/reference';
import { editors } from '../editor/editors';
import { Opened, Overlay } from '../guard/overlay';
import { results } from '../results/results';
import { OverlayButton } from './OverlayButton';

/** The reference over the page. */
export const REFERENCE = new Overlay('The reference', () =>
  import('../reference/ReferenceDialog').then((m) => m.ReferenceDialog),
);
const lookUp = () => import('../reference/look-up');

/** Opens the reference, and closes it with the key that opened it: Shift+F1. */
export function Reference() {
  const entry = useReference();
  useEffect(() => {
    // Before Monaco sees the key.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
  return (
    <Opened
      overlay={REFERENCE}
      isOpen={entry !== null}
      onLost={closeReference}
      props={{ entry, onOpen: openReference, onClose: closeReference }}
    />
  );
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== 'F1' || !event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.repeat) return;
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
