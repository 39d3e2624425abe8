import type { Range } from '../../src/text';
import { editors } from '../editor/editors';
import type { Link } from '../editor/handle';
import { light } from '../editor/linking';
import { type Side, session } from '../state/session';
import { chooseEvent } from './choose-event';

/** Goes to a place in one of the texts; on a phone that pane comes to the front first. */
export function goTo(side: Side, range: Range, focus: boolean): void {
  session.setState({ pane: side });
  requestAnimationFrame(() => editors[side].handle?.reveal(range, { cursor: true, focus }));
}

/** Goes to a match: the event's characters on one side and the rule's value on the other. */
export function goToMatch(event: number, rule: Range, text: Range | null): void {
  chooseEvent(event);
  editors.rule.handle?.reveal(rule, { cursor: true });
  if (text) goTo('events', text, false);
}

/** What to spread on an element so that pointing at it lights `link` in both editors. */
export function lighting(link: Link) {
  return { onMouseEnter: () => light(link), onMouseLeave: () => light(null) };
}
