import { type OpenedLog, useOpenedLogs } from '../../session/opened-log';
import { Sentence } from '../../ui/Sentence';
import { Severity } from '../../ui/Severity';

const SHOWN = 200;

/** How many problems the event logs have that the events came from. */
export function useLogProblemCount(): number {
  return useOpenedLogs().reduce((sum, { problemCount }) => sum + problemCount, 0);
}

/** What was damaged in an event log, under its name where it is one of several files. Its places are bytes of the file, which the text does not show. */
export function LogProblems({ log }: { readonly log: OpenedLog }) {
  const shown = log.problems.slice(0, SHOWN);
  return (
    <>
      {log.among ? <h3 className="problems-of">{log.name}</h3> : null}
      <ul className="problems" aria-label={`Problems of ${log.name}`}>
        {shown.map(({ severity, offset, message, code }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of a file that has been read never changes.
          <li key={i} className="problem">
            <span className="problem-go problem-still">
              <Severity of={severity} />
              <span className="problem-place" title={log.name}>
                Byte {offset}
              </span>
              <span className="problem-text">
                <Sentence text={message} />
              </span>
              <code className="problem-code">{code}</code>
            </span>
          </li>
        ))}
      </ul>
      {log.problemCount > shown.length ? (
        <p className="empty">{(log.problemCount - shown.length).toLocaleString('en')} more in this file.</p>
      ) : null}
    </>
  );
}
