import { editors, onEditorReady } from '../editor/editors';
import { effectivelyChosen } from '../results/chosen';
import { placesIn } from '../results/places';
import { results } from '../results/results';
import { areAllKnown, type EventVerdicts, eventAt, hasVerdict, rangeOf } from '../results/verdict-columns';
import { session } from '../state/session';

/*
 * The chosen event is the one that Explain speaks of. It is the one that the cursor of the events' editor stands in, and of
 * pasted events the first: once they have been read it is known which that is.
 */

/** A place in a text of events, whose event is to be chosen. */
let wanted: { readonly events: string; readonly at: number } | null = null;
/** The chosen event is to be shown. */
let isToShow = false;

/** Chooses an event; on a phone the events come to the front first. */
export function showEvent(index: number): void {
  session.setState({ pane: 'events' });
  requestAnimationFrame(() => chooseEvent(index));
}

/** Chooses an event and shows it in the events' editor. */
export function chooseEvent(index: number): void {
  wanted = null;
  session.setState({ selected: index });
  const place = placesIn('events')(rangeOf(results.getState().outcome.verdicts, index));
  if (place) editors.events.handle?.reveal(place, { cursor: true });
}

/** Chooses the event at a place of the events' text, at once or when the text has been read. */
export function chooseAt(at: number): void {
  wanted = { events: session.getState().events, at };
  follow();
}

/** Chooses an event of a text that has just come, and shows it once the text has been read. */
export function chooseOnceRead(selected: number): void {
  wanted = null;
  session.setState({ selected });
  showChosen();
}

/** Shows the chosen event, at once or when the events have been read and their editor is there. */
export function showChosen(): void {
  isToShow = true;
  follow();
}

/** Nothing is awaited any more: another sheet is chosen. */
export function awaitNothing(): void {
  wanted = null;
  isToShow = false;
}

/** Follows the results and the editor from now on. */
export function followEvents(): void {
  results.subscribe(follow);
  onEditorReady(follow);
}

function follow(): void {
  if (!wanted && !isToShow) return;
  const { outcome } = results.getState();
  const { verdicts, total } = outcome;
  if (outcome.events !== session.getState().events || verdicts.length === 0) return;
  const place = wanted && placesIn('events', wanted.events)({ start: wanted.at, end: wanted.at });
  // Many events come in pieces, and of some there is no verdict, and no place, if the rule hangs on them.
  const isAll = areAllKnown(verdicts, total);
  if (place && !isAll && !isBefore(verdicts, place.start)) return;
  wanted = null;
  const found = place && eventAt(verdicts, place.start);
  if (found !== null && found !== session.getState().selected) session.setState({ selected: found });
  const { selected } = session.getState();
  const { handle } = editors.events;
  if (!isToShow || !handle || (!isAll && selected >= verdicts.length)) return;
  isToShow = false;
  handle.reveal(rangeOf(verdicts, effectivelyChosen(selected, verdicts.length)));
}

/** True where an event is known that ends behind this place of the text: the one at it is known then, too. */
function isBefore(verdicts: EventVerdicts, at: number): boolean {
  let last = verdicts.length - 1;
  while (last >= 0 && !hasVerdict(verdicts, last)) last--;
  return last >= 0 && rangeOf(verdicts, last).end > at;
}
