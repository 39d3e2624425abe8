import type { CorrelationReport } from '../../../src/live';
import type { Blocker, Growth, Member } from '../../../src/match';
import { showEvent } from '../../actions/choose-event';
import { cutEntry } from '../../ui/cut';
import { useGrowing } from '../growing';
import { amount, duration, GROWS } from './words';

interface MembersProps {
  readonly report: CorrelationReport;
  readonly label: string;
  readonly start: number;
  readonly members: readonly Member[];
  /** The value after each member; absent if only the whole window has one. */
  readonly value?: readonly Growth[];
  /** The events that stand in the way of a firing. */
  readonly blocked?: readonly Blocker[];
}

/** The events of one window by time: which rule each matched, and how the value grew. */
export function Members({ report, label, start, members, value, blocked }: MembersProps) {
  const inTheWay = new Set(blocked?.map(({ event }) => event));
  const { shown } = useGrowing(members.length);
  const most = Math.max(1, ...(value ?? []).map((v) => v.value));
  return (
    <table className="correlations-members" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Event</th>
          <th scope="col">After</th>
          <th scope="col">Matched</th>
          {value ? <th scope="col">{GROWS.get(report.type) ?? 'Value'}</th> : null}
        </tr>
      </thead>
      <tbody>
        {members.slice(0, shown).map(({ event, at, references }, i) => {
          const grown = value?.[i]?.value ?? 0;
          return (
            <tr key={`${event}-${at}-${references.join()}`}>
              <td>
                <button type="button" className="btn-quiet" onClick={() => showEvent(event)}>
                  Event {event + 1}
                </button>
              </td>
              <td>+{duration(at - start)}</td>
              <td>
                {cutEntry(references.map((r) => report.references[r]?.title ?? '').join(', '))}
                {inTheWay.has(event) ? ' · must not occur' : ''}
              </td>
              {value ? (
                <td>
                  <span className="correlations-grown">{amount(grown)}</span>
                  <span
                    className="correlations-grown-bar"
                    aria-hidden="true"
                    style={{ width: `${Math.max(0, (60 * grown) / most)}px` }}
                  />
                </td>
              ) : null}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
