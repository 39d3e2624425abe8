import { count } from '../../ui/count';
import { resumeLog, stopLog, useLog } from '../store';
import { megabytes } from './words';

const DOING = { opening: 'Reading', evaluating: 'Evaluating', searching: 'Searching', ready: '' };
const STOPPED = {
  opening: 'Reading was stopped',
  evaluating: 'Evaluation was stopped',
  searching: 'The search was stopped',
  ready: '',
};

/** How far the log is, and a button that cancels or resumes. */
export function LogProgress() {
  const state = useLog((log) => log.state);
  if (!state) return <span className="log-progress soft">Opening…</span>;
  const { phase, stopped, done, size, events } = state;
  if (phase === 'ready') return null;
  const how = `${megabytes(done)} of ${megabytes(size)}`;
  return (
    <div className="log-progress">
      <progress aria-label={`${DOING[phase]} the log`} value={size === 0 ? 0 : done / size} />
      <span className="soft" role="status">
        {stopped ? `${STOPPED[phase]} after ${how}` : `${DOING[phase]} ${how}`}
        {phase === 'opening' ? ` · ${count(events, 'event')} so far` : ''}
      </span>
      {stopped ? (
        <button type="button" className="btn" onClick={resumeLog}>
          Resume
        </button>
      ) : (
        <button type="button" className="btn" onClick={stopLog}>
          Cancel
        </button>
      )}
    </div>
  );
}
