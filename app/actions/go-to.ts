import type { Range } from '../../src/text';
import { editors } from '../editor/editors';
import type { Link } from '../editor/handle';
import { light } from '../editor/linking';
import { placesIn } from '../results/places';
import { type Side, session } from '../state/session';
import { notify } from '../ui/notices';
import { chooseEvent } from './choose-event';

/**
 * Goes to a place in one of the texts. On a phone, brings that pane to the front first. `of` is the text that the range
 * belongs to, if it is not the text of the results.
 */
export function goTo(side: Side, range: Range, focus: boolean, of?: string): void {
  const place = placesIn(side, of)(range);
  if (!place) {
    notify({ key: 'go', text: 'The text at this place has changed since then.', for: 4000 });
    return;
  }
  session.setState({ pane: side });
  requestAnimationFrame(() => editors[side].handle?.reveal(place, { cursor: true, focus }));
}

/** Goes to a match: the event's characters on one side, the rule's value on the other. */
export function goToMatch(event: number, rule: Range, text: Range | null): void {
  chooseEvent(event);
  const place = placesIn('rule')(rule);
  if (place) editors.rule.handle?.reveal(place, { cursor: true });
  if (text) goTo('events', text, false);
}

/** Props for an element that lights `link` in both editors while the pointer is on it. */
export function lighting(link: Link) {
  return { onMouseEnter: () => light(link), onMouseLeave: () => light(null) };
}
