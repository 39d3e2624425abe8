import type { Range } from '../../src/text';
import { type Side, session } from '../state/session';
import { results } from './results';
import { carriedThrough, changeBetween, type TextChange } from './text-changes';

/*
 * The results belong to the texts that they were made from. These may have changed since; a range is shown only where
 * its text still is.
 */

let last: { readonly from: string; readonly to: string; readonly changes: readonly TextChange[] } | null =
  null;

/** What has changed since `of`, the text of `side` when the range was made. Long texts are compared once. */
function changesSince(side: Side, of: string): readonly TextChange[] {
  const now = session.getState()[side];
  if (of === now) return [];
  const { outcome, ruleChanges } = results.getState();
  if (side === 'rule' && of === outcome.rule) return ruleChanges;
  if (last?.from !== of || last.to !== now) {
    const change = changeBetween(of, now);
    last = { from: of, to: now, changes: change ? [change] : [] };
  }
  return last.changes;
}

/** Maps ranges of the text `of` of one side to the current text; null for those that were touched. */
export function placesIn(
  side: Side,
  of: string = results.getState().outcome[side],
): (range: Range) => Range | null {
  const changes = changesSince(side, of);
  return changes.length === 0 ? (range) => range : (range) => carriedThrough(range, changes);
}
