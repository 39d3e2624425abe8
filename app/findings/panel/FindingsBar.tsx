import { useCatalog } from '../../catalog/store';
import { useLog } from '../../log/store';
import { session } from '../../state/session';
import { count } from '../../ui/count';
import { goOn, runOverLog, stopRun, useFindings } from '../store';
import { ExportChoices } from './ExportChoices';
import { duration } from './words';

/** Why the button cannot be pressed. */
const WHY = 'found-why';

/** What runs over what, how far it is, and what can be done with it. */
export function FindingsBar() {
  const rules = useCatalog((s) => s.catalog?.rules.length ?? 0);
  const busy = useCatalog((s) => s.job !== null);
  const isReading = useLog(
    (log) => log.state === null || (log.state.phase === 'opening' && !log.state.stopped),
  );
  const state = useFindings((s) => s.run?.state ?? null);
  const isRunning = state === 'preparing' || state === 'going';
  const why = busy ? 'The catalog is busy.' : isReading ? 'The log is still being read.' : undefined;
  return (
    <div className="found-bar">
      {rules === 0 ? (
        <button
          type="button"
          className="btn btn-main"
          disabled={busy}
          onClick={() => session.setState({ tab: 'catalog' })}
        >
          Open a catalog of rules
        </button>
      ) : (
        <button
          type="button"
          className={state === null ? 'btn btn-main' : 'btn'}
          disabled={isRunning || why !== undefined}
          aria-describedby={why ? WHY : undefined}
          onClick={() => void runOverLog()}
        >
          {state === null ? `Run all ${count(rules, 'rule')} over the log` : 'Run again'}
        </button>
      )}
      {why && rules > 0 && !isRunning ? (
        <span id={WHY} className="found-status">
          {why}
        </span>
      ) : null}
      <Progress />
      <span className="gap" />
      {state === null ? null : <ExportChoices />}
    </div>
  );
}

/** How far the run is, and a button that cancels it or goes on. */
function Progress() {
  const run = useFindings((s) => s.run);
  if (!run) return null;
  const { state, events, totalEvents, rate, hits } = run;
  const isGoing = state === 'going' || state === 'preparing';
  const left = rate === null ? '' : ` · ${duration((totalEvents - events) / rate)} left`;
  const speed = rate === null ? '' : ` · ${Math.round(rate).toLocaleString('en')} events a second${left}`;
  const of = `${events.toLocaleString('en')} of ${count(totalEvents, 'event')}`;
  return (
    <>
      {isGoing ? (
        <progress aria-label="Events done" value={totalEvents === 0 ? 0 : events / totalEvents} />
      ) : null}
      <span role="status" className="found-status">
        {state === 'preparing'
          ? 'Reading the rules…'
          : state === 'done'
            ? `${count(hits, 'finding')} in ${count(events, 'event')}`
            : `${state === 'going' ? '' : 'Stopped after '}${of} · ${count(hits, 'finding')}${isGoing ? speed : ''}`}
      </span>
      {state === 'going' ? (
        <button type="button" className="btn" onClick={stopRun}>
          Cancel
        </button>
      ) : state === 'stopped' || (state === 'failed' && totalEvents > 0) ? (
        <button type="button" className="btn" onClick={goOn}>
          Go on
        </button>
      ) : null}
    </>
  );
}
