import './problems.css';
import { useMemo } from 'react';
import type { Diagnostic } from '../../../src/text';
import { LineIndex } from '../../../src/text';
import { useResults } from '../../results/results';
import type { Side } from '../../state/session';
import { LogProblems, useProblemFiles } from './LogProblems';
import { ProblemRow } from './ProblemRow';
import { SwitchedOff } from './SwitchedOff';

/** What is wrong, on both sides: the same array that underlines it in the editors. */
export function Problems() {
  const ruleProblems = useResults((r) => r.ruleProblems);
  const eventProblems = useResults((r) => r.eventProblems);
  const ruleText = useResults((r) => r.ruleText);
  const eventsText = useResults((r) => r.eventsText);
  const damaged = useProblemFiles();
  const none = ruleProblems.length + eventProblems.length + damaged.length === 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="scroll" aria-label="Problems" tabIndex={0}>
      {none ? <p className="empty">No problems on either side.</p> : null}
      <ProblemList side="rule" text={ruleText} problems={ruleProblems} />
      <ProblemList side="events" text={eventsText} problems={eventProblems} />
      {damaged.map((log, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: files may share a name, and their list never changes.
        <LogProblems key={i} log={log} />
      ))}
      <SwitchedOff />
    </section>
  );
}

interface ProblemListProps {
  readonly side: Side;
  readonly text: string;
  readonly problems: readonly Diagnostic[];
}

function ProblemList({ side, text, problems }: ProblemListProps) {
  const lines = useMemo(() => new LineIndex(text), [text]);
  if (problems.length === 0) return null;
  return (
    <ul aria-label={side === 'rule' ? 'Problems of the rule' : 'Problems of the events'}>
      {problems.map((problem) => (
        <ProblemRow
          key={`${problem.code}-${problem.range.start}-${problem.message}`}
          side={side}
          text={text}
          problem={problem}
          position={lines.position(problem.range.start)}
        />
      ))}
    </ul>
  );
}
