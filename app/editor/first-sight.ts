import { results } from '../results/results';
import { editors, onEditorReady } from './editors';

/**
 * Scrolls the rule so that its detection is visible, once the editor and a result for `rule` are there. After an
 * example is opened, the interesting part must not be below the fold.
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
  // If it has not come by then, other text has replaced it.
  setTimeout(stop, 10_000);
  attempt();
}
