import { summaryWords } from '../../../src/match';
import { expectOf } from '../../actions/expect-events';
import { numberOf } from '../../results/event-number';
import type { ExpectedEvent } from '../../results/expectations';
import { useResults } from '../../results/results';
import { sourceOf } from '../../results/verdict-columns';
import { session } from '../../state/session';
import { Sentence } from '../../ui/Sentence';

interface TestRowProps {
  readonly test: ExpectedEvent;
  readonly onChoose: () => void;
}

/** One event with what is expected of it; where that is not met, why, and the way to the repairs. */
export function TestRow({ test, onChoose }: TestRowProps) {
  const { event, expected, verdict, isMet } = test;
  const source = useResults((r) => sourceOf(r.outcome.verdicts, event));
  const trace = useResults((r) => r.outcome.traces.get(event));
  const explain = () => {
    onChoose();
    session.setState({ tab: 'explain', pane: 'explain' });
  };
  return (
    <>
      <div className="tests-head">
        <button type="button" className="btn-line" onClick={onChoose}>
          <span className={isMet ? 'good' : 'bad'} aria-hidden="true">
            {isMet ? '✓' : '✗'}
          </span>{' '}
          <strong>Event {numberOf(event)}</strong> {expected === 'match' ? 'must match' : 'must not match'}
          {': '}
          <span className={isMet ? 'soft' : 'bad'}>
            {isMet ? 'as expected' : verdict === 'error' ? 'unreadable' : verdict}
          </span>{' '}
          <span className="soft">{source}</span>
        </button>
        {isMet ? null : (
          <button type="button" className="btn-quiet" onClick={explain}>
            {expected === 'match' ? 'Explain and repair' : 'Explain'}
          </button>
        )}
        <button
          type="button"
          className="btn-quiet"
          aria-label={`Remove the test of event ${numberOf(event)}`}
          onClick={() => expectOf(event, null)}
        >
          ✕
        </button>
      </div>
      {!isMet && trace ? (
        <p className="tests-why">
          <Sentence words={summaryWords(trace)} />
        </p>
      ) : null}
    </>
  );
}
