import { chooseAt } from '../actions/choose-event';
import { Editor } from '../editor/Editor';
import type { EditorEvents } from '../editor/handle';
import { clicked, hovered } from '../editor/linking';
import { ruleScrolled, scrolled } from '../editor/painting';
import { Guard } from '../guard/Guard';
import { type Side, session, useSession } from '../state/session';

/** What follows from what happens in an editor: nothing is kept. */
const EVENTS: Readonly<Record<Side, EditorEvents>> = {
  rule: {
    onText: (rule) => session.setState({ rule }),
    onCursor: () => {},
    onPaste: () => {},
    onVisible: ruleScrolled,
    onHover: (placed, offset) => hovered('rule', placed, offset),
    onClick: (placed, offset) => clicked('rule', placed, offset),
  },
  events: {
    onText: (events) => session.setState({ events }),
    onCursor: chooseAt,
    onPaste: ({ start }) => chooseAt(start),
    onVisible: scrolled,
    onHover: (placed, offset) => hovered('events', placed, offset),
    onClick: (placed, offset) => clicked('events', placed, offset),
  },
};

const LABELS: Readonly<Record<Side, string>> = { rule: 'Rule', events: 'Events' };

/** A text that can be changed, in an editor of a fixed height: a frame that grows at each line would move its page. */
export function EditPane({ side, dark }: { readonly side: Side; readonly dark: boolean }) {
  const text = useSession((s) => s[side]);
  return (
    <section className="embed-edit" aria-label={`${LABELS[side]} pane`}>
      <Guard what={side === 'rule' ? 'The rule’s editor' : 'The events’ editor'}>
        <Editor side={side} label={LABELS[side]} text={text} dark={dark} events={EVENTS[side]} />
      </Guard>
    </section>
  );
}
