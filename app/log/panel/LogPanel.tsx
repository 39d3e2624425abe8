import { useState } from 'react';
import { isUnclaimed } from '../../../src/event';
import { prose, unmarked } from '../../../src/text';
import { count } from '../../ui/count';
import { PaneNote } from '../../ui/PaneNote';
import { Sentence } from '../../ui/Sentence';
import { closeLog, reopenLog, useLog } from '../store';
import './log.css';
import { LogFilters } from './LogFilters';
import { LogList } from './LogList';
import { LogProgress } from './LogProgress';
import NoiseView from './noise/NoiseView';
import { megabytes } from './words';

const UNKNOWN = prose(
  'The format of this log, or of a part of it, is unknown. Such text is read as plain lines: each line is an event, in which keywords can match.',
);

/** The open large log: its name, how far it has been read, which of its events are listed, and the list. */
export default function LogPanel() {
  const name = useLog((log) => log.name);
  const bytes = useLog((log) => log.bytes) ?? 0;
  const events = useLog((log) => log.state?.events ?? 0) ?? 0;
  const formats = useLog((log) => log.state?.formats) ?? [];
  const failure = useLog((log) => log.state?.failure);
  const loss = useLog((log) => log.loss);
  const [isNoise, setNoise] = useState(false);
  if (name === null) return null;
  return (
    <section className="log" aria-label="Log">
      <div className="log-bar">
        <strong className="log-name" title={name}>
          {name}
        </strong>
        <span
          className="soft log-facts"
          title={formats.map((f) => `${f.written}: ${unmarked(f.evidence)}`).join('\n')}
        >
          {[megabytes(bytes), count(events, 'event'), ...formats.map((f) => f.written)].join(' · ')}
        </span>
        <span className="gap" />
        {/* In the bar, so that the list below does not move when everything has been read. */}
        {loss || failure ? null : <LogProgress />}
        <button
          type="button"
          className="btn-quiet"
          aria-pressed={isNoise}
          title="What the matches have in common, and which values to leave out"
          onClick={() => setNoise(!isNoise)}
        >
          Noise
        </button>
        <button
          type="button"
          className="btn-quiet"
          title="Close the log and restore the previous events"
          onClick={closeLog}
        >
          Close
        </button>
      </div>
      {isNoise ? (
        <NoiseView />
      ) : (
        <>
          <LogFilters />
          <LogList />
        </>
      )}
      {formats.some(isUnclaimed) ? <PaneNote label="Format of the events" said={UNKNOWN} /> : null}
      {loss ? (
        <p className="log-told" role="alert">
          <Sentence words={loss} />{' '}
          <button type="button" className="btn" onClick={reopenLog}>
            Open again
          </button>
        </p>
      ) : failure ? (
        <p className="log-told" role="alert">
          The file was changed, moved or removed and can no longer be read. Open it again.
        </p>
      ) : null}
    </section>
  );
}
