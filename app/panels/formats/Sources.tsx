import { useId } from 'react';
import { asSentence } from '../../../src/text';
import { useResults } from '../../results/results';
import { usePanel } from '../../results/use-panel';
import { count } from '../../ui/count';
import { Sentence } from '../../ui/Sentence';

/** How many sources are listed; a dialog has no room for more. */
const MOST = 12;

/** Which log sources the events were recognised as, and by which fields. */
export function Sources() {
  usePanel('formats');
  const sources = useResults((r) => r.outcome.sources);
  const title = useId();
  if (sources.length === 0) return null;
  return (
    <section className="formats-sources" aria-labelledby={title}>
      <h3 id={title}>Log sources</h3>
      <ul className="formats-found">
        {sources.slice(0, MOST).map(({ label, count: events, event, evidence }) => (
          <li key={event}>
            <strong>{label}</strong>{' '}
            <span className="soft">
              {count(events, 'event')}, from event {(event + 1).toLocaleString('en')}
            </span>
            <p>
              <Sentence words={asSentence(evidence)} />
            </p>
          </li>
        ))}
      </ul>
      {sources.length > MOST ? (
        <p className="soft">And {count(sources.length - MOST, 'more source', 'more sources')}.</p>
      ) : null}
    </section>
  );
}
