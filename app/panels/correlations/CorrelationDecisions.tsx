import type { CorrelationReport } from '../../../src/live';
import { prose } from '../../../src/text';
import { showEvent } from '../../actions/choose-event';
import { count } from '../../ui/count';
import { Sentence } from '../../ui/Sentence';

/** The interpretations that decided what a correlation fires on, each with the result of the other reading. */
export function CorrelationDecisions({ report: { title, decisions, total } }: { report: CorrelationReport }) {
  if (decisions.length === 0) return null;
  return (
    <ul className="decisions" aria-label={`Interpretations that decided ${title}`}>
      {decisions.map(({ id, clause, ours, other, firings, members }) => (
        <li key={id} className="card decision">
          <p className="decision-line">
            An interpretation decided this: <Sentence words={prose(ours)} />{' '}
            <span className="decision-other">
              Under the other reading: <strong>{counted(firings)}</strong>.
            </span>
          </p>
          <details>
            <summary>Both readings</summary>
            <p>
              <Sentence words={prose(clause)} />
            </p>
            <dl className="terms">
              <dt>Here</dt>
              <dd>
                <Sentence words={prose(ours)} /> <b>{counted(total)}</b>
              </dd>
              <dt>Other</dt>
              <dd>
                <Sentence words={prose(other)} /> <b>{counted(firings)}</b>
                {members.length > 0 ? ', with ' : ''}
                {members.map((event) => (
                  <button key={event} type="button" className="btn-quiet" onClick={() => showEvent(event)}>
                    event {event + 1}
                  </button>
                ))}
              </dd>
            </dl>
          </details>
        </li>
      ))}
    </ul>
  );
}

function counted(firings: number): string {
  if (firings === 0) return 'no firing';
  return count(firings, 'firing');
}
