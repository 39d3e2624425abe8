import { useState } from 'react';
import { session, useSession } from '../state/session';

const HINTS = [
  'Paste a rule and events. Every keystroke is evaluated.',
  'A selection and what it matched share a colour: point at one, and the other lights up.',
  'Arrow keys walk the verdicts; Explain says why an event matches, or why not.',
];

/** Three hints for a first visit; on a narrow page, one at a time. */
export function FirstHints() {
  const closed = useSession((s) => s.hintsClosed);
  const [now, setNow] = useState(0);
  if (closed) return null;
  return (
    <aside className="page-hints" aria-label="First steps">
      {/* First, so that closing the hints does not move another button under the pointer. */}
      <button
        type="button"
        className="btn-icon"
        aria-label="Close the hints"
        onClick={() => session.setState({ hintsClosed: true })}
      >
        ×
      </button>
      <ol>
        {HINTS.map((hint, i) => (
          <li key={hint} data-number={i + 1} className={i === now ? 'page-hints-now' : ''}>
            {hint}
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="btn-quiet page-hints-next"
        onClick={() => setNow((now + 1) % HINTS.length)}
      >
        Next
      </button>
    </aside>
  );
}
