import { results } from '../results/results';
import { editors, onEditorReady } from './editors';

/**
 * Scrolls the rule so that its detection is in sight, once a result for `rule` and the editor are there: after an
 * example was opened the interesting part must not lie below the fold.
 */
export function showDetectionOf(rule: string): void {
  const attempt = () => {
    const { info, rule: evaluated } = results.getState().outcome;
    const { handle } = editors.rule;
    if (!handle || !info || evaluated !== rule) return;
    stop();
    const places = info.selections.flatMap(({ range, uses }) => [range, ...uses]);
    const last = places.reduce((end, { end: e }) => Math.max(end, e), 0);
    if (last > 0) handle.reveal({ start: last, end: last });
  };
  const ends = [results.subscribe(attempt), onEditorReady(attempt)];
  const stop = () => {
    for (const end of ends) end();
  };
  // What has not come by then was replaced by other text.
  setTimeout(stop, 10_000);
  attempt();
}
