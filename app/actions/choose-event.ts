import { editors } from '../editor/editors';
import { results } from '../results/results';
import { session } from '../state/session';

/** Chooses an event; on a phone the events come to the front first. */
export function showEvent(index: number): void {
  session.setState({ pane: 'events' });
  requestAnimationFrame(() => chooseEvent(index));
}

/** Chooses an event and shows it in the events' editor. */
export function chooseEvent(index: number): void {
  session.setState({ selected: index });
  const { starts, ends } = results.getState().outcome.verdicts;
  const start = starts[index] ?? 0;
  editors.events.handle?.reveal({ start, end: ends[index] ?? start }, { cursor: true });
}
