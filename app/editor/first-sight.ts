import type { Range } from '../../src/text';
import { results } from '../results/results';
import { session } from '../state/session';
import { editors, onEditorReady } from './editors';
import type { EditorHandle } from './handle';

/**
 * Scrolls the rule so that its detection is visible, once the editor and a result for `rule` are there. After a rule
 * is opened, the interesting part must not be below the fold.
 */
export function showDetectionOf(rule: string): void {
  onceThere((handle) => {
    const { info, rule: evaluated } = results.getState().outcome;
    if (!info || evaluated !== rule) return false;
    const places = info.selections.flatMap(({ range, uses }) => [range, ...uses]);
    const last = places.reduce((end, { end: e }) => Math.max(end, e), 0);
    if (last > 0) handle.reveal({ start: last, end: last });
    return true;
  });
}

/** Moves the cursor to a place of `rule` and scrolls it into sight, once the editor shows that rule. */
export function showPlaceOf(rule: string, place: Range, focus: boolean): void {
  onceThere((handle) => {
    if (session.getState().rule !== rule) return false;
    // Its pane has to be on screen, and what covers the page gone.
    requestAnimationFrame(() => {
      if (session.getState().rule === rule) handle.reveal(place, { cursor: true, focus });
    });
    return true;
  });
}

/** Tries until `show` has shown it: at once, when results come and when an editor has loaded. */
function onceThere(show: (handle: EditorHandle) => boolean): void {
  const attempt = () => {
    const { handle } = editors.rule;
    if (handle && show(handle)) stop();
  };
  const ends = [results.subscribe(attempt), onEditorReady(attempt)];
  const stop = () => {
    for (const end of ends) end();
  };
  // If it has not come by then, other text has replaced it.
  setTimeout(stop, 10_000);
  attempt();
}
