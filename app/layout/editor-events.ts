import type { Range } from '../../src/text';
import { chooseAt } from '../actions/choose-event';
import { keepReplaced } from '../actions/keep';
import type { EditorEvents } from '../editor/handle';
import { clicked, hovered } from '../editor/linking';
import { ruleScrolled, scrolled } from '../editor/painting';
import { followCursor } from '../panels/documents/choose-document';
import { named } from '../state/names';
import { type Side, session } from '../state/session';

/** What follows from what happens in the editors. They live longer than the components, so this is made once. */
export const EDITOR_EVENTS: Readonly<Record<Side, EditorEvents>> = {
  rule: {
    onText: (rule, step) => {
      keepReplaced('rule', step);
      session.setState({ rule, ...named('rule', rule, step) });
    },
    onCursor: followCursor,
    onPaste: () => {},
    onVisible: ruleScrolled,
    onHover: (placed, offset) => hovered('rule', placed, offset),
    onClick: (placed, offset) => clicked('rule', placed, offset),
  },
  events: {
    onText: (events, step) => {
      keepReplaced('events', step);
      session.setState({ events, ...named('events', events, step) });
    },
    onCursor: chooseAt,
    onPaste: (pasted) => chooseAt(firstWord(pasted)),
    onVisible: scrolled,
    onHover: (placed, offset) => hovered('events', placed, offset),
    onClick: (placed, offset) => clicked('events', placed, offset),
  },
};

/** Where the first event of what was pasted begins: blanks before it belong to none. */
function firstWord({ start, end }: Range): number {
  const blanks = session.getState().events.slice(start, end).search(/\S/);
  return start + Math.max(0, blanks);
}
