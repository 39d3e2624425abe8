import { editors } from '../editor/editors';
import { placesIn } from '../results/places';
import { results } from '../results/results';
import { rangeOf } from '../results/verdict-columns';
import { session } from '../state/session';

/** Chooses an event; on a phone the events come to the front first. */
export function showEvent(index: number): void {
  session.setState({ pane: 'events' });
  requestAnimationFrame(() => chooseEvent(index));
}

/** Chooses an event and shows it in the events' editor. */
export function chooseEvent(index: number): void {
  session.setState({ selected: index });
  const place = placesIn('events')(rangeOf(results.getState().outcome.verdicts, index));
  if (place) editors.events.handle?.reveal(place, { cursor: true });
}
