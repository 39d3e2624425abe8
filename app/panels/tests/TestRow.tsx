import { summaryWords } from '../../../src/match';
import { expectOf } from '../../actions/expect-events';
import { numberOf } from '../../results/event-number';
import type { ExpectedEvent } from '../../results/expectations';
import { useResults } from '../../results/results';
import { sourceOf } from '../../results/verdict-columns';
import { session } from '../../state/session';
import { Sentence } from '../../ui/Sentence';
import { equalWords } from './words';

interface TestRowProps {
  readonly test: ExpectedEvent;
  readonly onChoose: () => void;
}

function verdictWords({ isMet, verdict }: ExpectedEvent): string {
  if (verdict === null) return 'evaluating';
  if (isMet) return 'as expected';
  return verdict === 'error' ? 'unreadable' : verdict;
}

/** One event with what is expected of it; where that is not met, why, and the way to the repairs. */
export function TestRow({ test, onChoose }: TestRowProps) {
  const { event, expected, isMet, equal } = test;
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
          <span className={isMet === false ? 'bad' : isMet ? 'good' : 'soft'} aria-hidden="true">
            {isMet === null ? '…' : isMet ? '✓' : '✗'}
          </span>{' '}
          <strong>Event {numberOf(event)}</strong> {expected === 'match' ? 'must match' : 'must not match'}
          {': '}
          <span className={isMet === false ? 'bad' : 'soft'}>{verdictWords(test)}</span>{' '}
          <span className="soft">
            {source}
            {equal === 0 ? '' : ` · ${equalWords(equal)}`}
          </span>
        </button>
        {isMet !== false ? null : (
          <button type="button" className="btn-quiet" onClick={explain}>
            {expected === 'match' ? 'Explain and repair' : 'Explain'}
          </button>
        )}
        <button
          type="button"
          className="btn-quiet"
          aria-label={`Remove the test of event ${numberOf(event)}${equal === 0 ? '' : ' and of those equal to it'}`}
          onClick={() => expectOf(event, null)}
        >
          ✕
        </button>
      </div>
      {isMet === false && trace ? (
        <p className="tests-why">
          <Sentence words={summaryWords(trace)} />
        </p>
      ) : null}
    </>
  );
}
