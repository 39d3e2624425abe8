import { useState } from 'react';
import { isUnclaimed } from '../../../src/event';
import { prose, unmarked } from '../../../src/text';
import { count } from '../../ui/count';
import { PaneNote } from '../../ui/PaneNote';
import { Sentence } from '../../ui/Sentence';
import { closeLog, reopenLog, useLog } from '../store';
import { fileLossWords } from '../store-words';
import './log.css';
import { LogFilters } from './LogFilters';
import { LogList } from './LogList';
import { LogProgress } from './LogProgress';
import NoiseView from './noise/NoiseView';
import { megabytes } from './words';

const UNKNOWN = prose(
  'The format of this log, or of a part of it, is unknown. Such text is read as plain lines: each line is an event, in which keywords can match.',
);

/** So many files that cannot be read are named. */
const TOLD = 20;

/** The open large log: its name, how far it has been read, which of its events are listed, and the list. */
export default function LogPanel() {
  const name = useLog((log) => log.name);
  const bytes = useLog((log) => log.bytes) ?? 0;
  const events = useLog((log) => log.state?.events ?? 0) ?? 0;
  const formats = useLog((log) => log.state?.formats) ?? [];
  const failure = useLog((log) => log.state?.failure);
  const loss = useLog((log) => log.loss);
  const losses = useLog((log) => log.state?.losses) ?? [];
  const files = useLog((log) => log.files.length) ?? 1;
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
          {[
            ...(files > 1 ? [count(files, 'file')] : []),
            megabytes(bytes),
            count(events, 'event'),
            ...formats.map((f) => f.written),
          ].join(' · ')}
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
          Reading failed: {failure}
        </p>
      ) : losses.length > 0 ? (
        <div className="log-told log-lost" role="alert">
          {losses.slice(0, TOLD).map((one) => (
            <p key={one.file}>
              <Sentence words={fileLossWords(one)} />
            </p>
          ))}
          {losses.length > TOLD ? <p>{count(losses.length - TOLD, 'more file')} could not be read.</p> : null}
        </div>
      ) : null}
    </section>
  );
}
