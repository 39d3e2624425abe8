import type { Wanted } from '../../../src/teach';
import type { DraftEvent, DraftLesson } from './draft';
import { presentEvents } from './present';

interface DraftEventsProps {
  readonly draft: DraftLesson;
  readonly onChange: (part: Partial<DraftLesson>) => void;
}

/** The events of a lesson: what is expected of each, and which are held back. */
export function DraftEvents({ draft: { events }, onChange }: DraftEventsProps) {
  const set = (at: number, part: Partial<DraftEvent>) =>
    onChange({ events: events.map((one, i) => (i === at ? { ...one, ...part } : one)) });
  const take = () => {
    const taken = presentEvents();
    // Those that are held back stay: they are not on the page while the lesson is tried.
    if (taken)
      onChange({
        events: [
          ...taken,
          ...events.filter((one) => one.isHeld && !taken.some(({ text }) => text === one.text)),
        ],
      });
  };
  const held = events.filter(({ isHeld }) => isHeld).length;
  return (
    <fieldset className="write-set">
      <legend>Events</legend>
      <p className="soft">
        {events.length - held} on screen, {held} held back. Hold back at least one that a too narrow rule
        misses, and one that a too wide rule finds. Its kind finishes the sentence “It misses …”.
      </p>
      <ol className="write-events">
        {events.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two events may be the same.
          <li key={i} className="write-event">
            <code className="write-event-text" title={one.text}>
              {i + 1}. {one.text.slice(0, 300)}
            </code>
            <EventChoices at={i} event={one} onChange={(part) => set(i, part)} />
            <button
              type="button"
              className="btn-quiet"
              aria-label={`Remove event ${i + 1}`}
              onClick={() => onChange({ events: events.filter((_, at) => at !== i) })}
            >
              Remove
            </button>
          </li>
        ))}
      </ol>
      <span className="write-tools">
        <button type="button" className="btn" onClick={take}>
          Take the present events
        </button>
      </span>
    </fieldset>
  );
}

interface EventChoicesProps {
  readonly at: number;
  readonly event: DraftEvent;
  readonly onChange: (part: Partial<DraftEvent>) => void;
}

function EventChoices({ at, event: { expected, isHeld, kind }, onChange }: EventChoicesProps) {
  return (
    <span className="write-choices">
      <select
        className="field"
        aria-label={`What is expected of event ${at + 1}`}
        value={expected ?? ''}
        onChange={(e) => onChange({ expected: (e.target.value || null) as Wanted | null })}
      >
        <option value="match">must match</option>
        <option value="no match">must not match</option>
        {isHeld ? null : <option value="">does not matter</option>}
      </select>
      <select
        className="field"
        aria-label={`Where event ${at + 1} is`}
        value={isHeld ? 'held' : 'shown'}
        onChange={(e) => {
          const toHold = e.target.value === 'held';
          onChange({ isHeld: toHold, ...(toHold && expected === null ? { expected: 'match' } : {}) });
        }}
      >
        <option value="shown">on screen</option>
        <option value="held">held back</option>
      </select>
      {isHeld ? (
        <input
          className="field write-kind"
          aria-label={`Kind of event ${at + 1}`}
          placeholder="the same program in another folder"
          value={kind}
          onChange={(e) => onChange({ kind: e.target.value })}
        />
      ) : null}
    </span>
  );
}
