import type { ReactNode } from 'react';
import type { Words } from '../../src/text';
import { Sentence } from './Sentence';
import './side-note.css';

interface PaneNoteProps {
  /** Its accessible name. */
  readonly label: string;
  readonly said: Words;
  /** Buttons beside the message. */
  readonly actions?: ReactNode;
  /** Above it over the whole width: what is opened there does not move the buttons. */
  readonly children?: ReactNode;
}

/** A message about the text of a pane, below its editor, for as long as it holds. */
export function PaneNote({ label, said, actions, children }: PaneNoteProps) {
  return (
    <aside className="side-note" aria-label={label}>
      <p className="side-note-said">
        <Sentence words={said} />
      </p>
      {actions ? <span className="side-note-actions">{actions}</span> : null}
      {children}
    </aside>
  );
}
