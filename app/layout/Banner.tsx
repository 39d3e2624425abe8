import { runAgain } from '../results/connect';
import { numberOf } from '../results/event-number';
import { useResults } from '../results/results';
import type { Hang } from '../workers/engine/client';
import { named } from '../workers/failure-words';

/** Shown across the page when the engine crashed or had to be stopped. The page keeps working. */
export function Banner() {
  const hang = useResults((r) => r.hang);
  const failure = useResults((r) => r.failure);
  if (!hang && !failure) return null;
  return (
    <div className="page-banner" role="alert">
      {hang ? <HangWords hang={hang} /> : <span>The engine stopped: {failure}</span>}
      <button type="button" className="btn" onClick={runAgain}>
        Run again
      </button>
    </div>
  );
}

function HangWords({ hang: { what, event, doing } }: { readonly hang: Hang }) {
  return (
    <span>
      {what ? (
        <>
          The pattern <code>{named(what)}</code> took too long
        </>
      ) : (
        // What it was at is not known: it may have been at work, or at nothing any more.
        'The engine did not answer any more'
      )}
      {event === null ? '' : ` on event ${numberOf(event)}`} and was stopped.{' '}
      {event === null
        ? 'It runs again once you edit the rule.'
        : doing === 'explain'
          ? 'The event keeps its verdict, but is not explained.'
          : 'The event is explained, but nothing is tried out on it.'}
    </span>
  );
}
