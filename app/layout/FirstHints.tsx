import { session, useSession } from '../state/session';

const HINTS = [
  'Paste a rule and events: every keystroke is evaluated.',
  'One colour marks a selection and what it matched: point at one, the other lights.',
  'Arrow keys walk the verdicts; Explain says why, or why not.',
];

/** Three lines for a first visit. */
export function FirstHints() {
  const closed = useSession((s) => s.hintsClosed);
  if (closed) return null;
  return (
    <aside className="page-hints" aria-label="First steps">
      <ol>
        {HINTS.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ol>
      <button
        type="button"
        className="btn-icon"
        aria-label="Close the hints"
        onClick={() => session.setState({ hintsClosed: true })}
      >
        ×
      </button>
    </aside>
  );
}
