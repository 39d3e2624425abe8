import { useLog } from '../../log/log';
import { useOpenedLog } from '../../session/opened-log';
import { Sentence } from '../../ui/Sentence';
import { Severity } from '../../ui/Severity';

const SHOWN = 200;

/** How many problems the file has that the events came from: an event log that was turned into text, or the large log. */
export function useLogProblemCount(): number {
  const opened = useOpenedLog()?.problemCount ?? 0;
  const large = useLog((log) => log.state?.problemCount ?? 0) ?? 0;
  return opened + large;
}

/** What is wrong in a file, by its bytes. */
interface FileProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly offset: number;
}

interface LogProblemsProps {
  readonly name: string;
  /** The first of them. */
  readonly problems: readonly FileProblem[];
  /** How many there are. */
  readonly total: number;
}

/** What is wrong in a file. Its places are bytes of the file, which the editor's text does not show. */
export function LogProblems({ name, problems, total }: LogProblemsProps) {
  const shown = problems.slice(0, SHOWN);
  return (
    <>
      <ul className="problems" aria-label={`Problems of ${name}`}>
        {shown.map(({ severity, offset, message, code }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of a file only grows at its end.
          <li key={i} className="problem">
            <span className="problem-go problem-still">
              <Severity of={severity} />
              <span className="problem-place" title={name}>
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
      {total > shown.length ? (
        <p className="empty">{(total - shown.length).toLocaleString('en')} more in this file.</p>
      ) : null}
    </>
  );
}
