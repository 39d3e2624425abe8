import type { Edit } from '../../src/text';
import { editors, onEditorReady } from '../editor/editors';
import { session } from '../state/session';
import { applyEdits } from './apply-fix';
import { goTo } from './go-to';

/**
 * Applies edits of `text` to the rule through its editor, so that undo reverts them, says so with an offer to undo, and
 * goes there. On a phone, brings the rule to the front. Does nothing if the rule has changed since.
 */
export function editRule(text: string, edits: readonly Edit[], says: string): void {
  session.setState({ pane: 'rule' });
  if (editors.rule.handle) {
    editNow(text, edits, says);
    return;
  }
  // On a phone the rule's editor may not have been shown yet.
  const done = onEditorReady(() => {
    if (!editors.rule.handle) return;
    done();
    editNow(text, edits, says);
  });
}

function editNow(text: string, edits: readonly Edit[], says: string): void {
  if (!applyEdits('rule', text, edits, says)) return;
  const start = Math.min(...edits.map((edit) => edit.range.start));
  goTo('rule', { start, end: start }, true, session.getState().rule);
}
