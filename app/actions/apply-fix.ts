import type { Fix } from '../../src/text';
import { editors } from '../editor/editors';
import { type Side, session } from '../state/session';
import { notify } from '../ui/notices';
import { keep } from './keep';

/** Applies a fix through the editor, so that undo reverts it. Refuses a fix that was made for an older text. */
export function applyFix(side: Side, text: string, fix: Fix): void {
  const { handle } = editors[side];
  if (session.getState()[side] !== text || !handle) {
    notify({ key: 'fix', text: 'The text has changed since then. Look again.', for: 4000 });
    return;
  }
  void keep('fix');
  handle.applyEdits(fix.edits);
  handle.focus();
}
