import type { Edit } from '../../src/text';
import { editors, onEditorReady } from '../editor/editors';
import { session } from '../state/session';
import { notify } from '../ui/notices';
import { goTo } from './go-to';
import { keep } from './keep';

/**
 * Applies edits of `text` to the rule through its editor, so that undo reverts them, and goes there. On a phone, brings
 * the rule to the front. Does nothing if the rule has changed since.
 */
export function editRule(text: string, edits: readonly Edit[]): void {
  session.setState({ pane: 'rule' });
  if (editors.rule.handle) {
    editNow(text, edits);
    return;
  }
  // On a phone the rule's editor may not have been shown yet.
  const done = onEditorReady(() => {
    if (!editors.rule.handle) return;
    done();
    editNow(text, edits);
  });
}

function editNow(text: string, edits: readonly Edit[]): void {
  const { handle } = editors.rule;
  if (session.getState().rule !== text || !handle) {
    notify({ key: 'fix', text: 'The text has changed since then. Look again.', for: 4000 });
    return;
  }
  void keep('fix');
  handle.applyEdits(edits);
  const start = Math.min(...edits.map((edit) => edit.range.start));
  goTo('rule', { start, end: start }, true, session.getState().rule);
}
