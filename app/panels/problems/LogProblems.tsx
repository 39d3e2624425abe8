import type { EventCode, EvtxCode } from '../../../src/event';
import { prose } from '../../../src/text';
import { useOpenedLogs } from '../../actions/opened-log';
import { useLog } from '../../log/store';
import { Sentence } from '../../ui/Sentence';
import { Severity } from '../../ui/Severity';
import { ProblemCode } from './ProblemCode';

const SHOWN = 200;

/** A file, and what is wrong in it by its bytes. */
export interface FileProblems {
  readonly name: string;
  /** True where other files were opened with it. */
  readonly among: boolean;
  /** The first of them; `problemCount` is how many there are. */
  readonly problems: readonly {
    readonly code: EventCode | EvtxCode;
    readonly severity: 'error' | 'warning';
    readonly message: string;
    readonly offset: number;
  }[];
  readonly problemCount: number;
}

/** The files with problems that the events came from: event logs that were turned into text, and the large log. */
export function useProblemFiles(): readonly FileProblems[] {
  const name = useLog((log) => log.name);
  const state = useLog((log) => log.state);
  const large = name !== null && state !== null ? [{ ...state, name, among: false }] : [];
  return [...useOpenedLogs(), ...large].filter(({ problemCount }) => problemCount > 0);
}

/** How many problems these files have. */
export function useLogProblemCount(): number {
  return useProblemFiles().reduce((sum, { problemCount }) => sum + problemCount, 0);
}

/** What is wrong in a file, under its name where it is one of several files. Its places are bytes of the file, which the text does not show. */
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
                <Sentence words={prose(message)} />
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
