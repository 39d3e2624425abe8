import { type Edit, type Fix, unmarked, type Words } from '../../src/text';
import { editors } from '../editor/editors';
import { type Side, session } from '../state/session';
import { notify } from '../ui/notices';
import { keep } from './keep';
import { before } from './undo';
import { offerUndo } from './work';

/** A change of a text by the page: what it does, in the imperative, and its edits. */
export type Change = Pick<Fix, 'edits' | 'title'>;

/**
 * Applies a change through the editor, so that undo reverts it, and says what was changed, with an offer to undo it.
 * Refuses one that was made for an older text.
 */
export function applyFix(side: Side, text: string, change: Change): void {
  if (applyEdits(side, text, change.edits, said(side, change.title))) editors[side].handle?.focus();
}

/** Applies edits of `text` to a side and says so; false, and a notice, if the text has changed since. */
export function applyEdits(side: Side, text: string, edits: readonly Edit[], says: string): boolean {
  const { handle } = editors[side];
  if (session.getState()[side] !== text || !handle) {
    notify({ key: 'fix', text: 'The text has changed since then. Look again.', for: 4000 });
    return false;
  }
  void keep('fix');
  const old = before();
  handle.applyEdits(edits);
  offerUndo(says, old, [side]);
  return true;
}

/** `Rule changed: add 'ftp' as another value.` */
export function said(side: Side, title: Words): string {
  const [first = ''] = title;
  const text = unmarked(title);
  const rest = typeof first === 'string' ? text.charAt(0).toLowerCase() + text.slice(1) : text;
  return `${side === 'rule' ? 'Rule' : 'Events'} changed: ${rest}.`;
}
