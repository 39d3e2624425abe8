import type { Range } from '../../src/text';
import { editors } from '../editor/editors';
import type { Link } from '../editor/handle';
import { light } from '../editor/linking';
import { placesIn } from '../results/places';
import { type Side, session } from '../state/session';
import { notify } from '../ui/notices';
import { chooseEvent } from './choose-event';

/**
 * Goes to a place in one of the texts; on a phone that pane comes to the front first. `of` is the text that the range speaks
 * of, where that is not the one that the results are of.
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

/** Goes to a match: the event's characters on one side and the rule's value on the other. */
export function goToMatch(event: number, rule: Range, text: Range | null): void {
  chooseEvent(event);
  const place = placesIn('rule')(rule);
  if (place) editors.rule.handle?.reveal(place, { cursor: true });
  if (text) goTo('events', text, false);
}

/** What to spread on an element so that pointing at it lights `link` in both editors. */
export function lighting(link: Link) {
  return { onMouseEnter: () => light(link), onMouseLeave: () => light(null) };
}
