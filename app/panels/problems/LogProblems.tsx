import { Sentence } from '../../ui/Sentence';
import { Severity } from '../../ui/Severity';
import { ProblemCode } from './ProblemCode';
import type { FileProblems } from './problem-files';

const SHOWN = 200;

/**
 * The problems of a file, under its name if it is one of several. Their places are byte offsets in the file, which the
 * text does not show.
 */
export function LogProblems({ log }: { readonly log: FileProblems }) {
  const shown = log.problems.slice(0, SHOWN);
  return (
    <>
      {log.among ? <h3 className="problems-of">{log.name}</h3> : null}
      <ul aria-label={`Problems of ${log.name}`}>
        {shown.map(({ severity, offset, message, code }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of a file only grows at its end.
          <li key={i} className="problems-row">
            <span className="btn-line problems-go">
              <Severity of={severity} />
              <span className="problems-place" title={log.name}>
                Byte {offset}
              </span>
              <span className="problems-text">
                <Sentence words={message} />
              </span>
            </span>
            <ProblemCode of={{ in: 'file', code }} />
          </li>
        ))}
      </ul>
      {log.problemCount > shown.length ? (
        <p className="empty">{(log.problemCount - shown.length).toLocaleString('en')} more in this file.</p>
      ) : null}
    </>
  );
}
