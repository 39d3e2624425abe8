import { unmarked } from '../../../src/text';
import { LongList } from '../LongList';
import './problems.css';
import { useMemo } from 'react';
import { LineIndex } from '../../../src/text';
import { useResults } from '../../results/results';
import { NO_RULE_YET } from '../waiting-words';
import { LogProblems } from './LogProblems';
import { ProblemRow, type SideProblem } from './ProblemRow';
import { useProblemFiles } from './problem-files';
import { SwitchedOff } from './SwitchedOff';

/** The problems of both sides, from the same array that underlines them in the editors. */
export function Problems() {
  const ruleProblems = useResults((r) => r.ruleProblems);
  const eventProblems = useResults((r) => r.eventProblems);
  const ruleText = useResults((r) => r.ruleText);
  const eventsText = useResults((r) => r.eventsText);
  const damaged = useProblemFiles();
  const inRule = useMemo(
    () => ruleProblems.map((problem) => ({ side: 'rule', problem }) as const),
    [ruleProblems],
  );
  const inEvents = useMemo(
    () => eventProblems.map((problem) => ({ side: 'events', problem }) as const),
    [eventProblems],
  );
  const isEmpty = useResults((r) => r.isEmpty);
  const none = ruleProblems.length + eventProblems.length + damaged.length === 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="scroll" aria-label="Problems" tabIndex={0}>
      {isEmpty ? <p className="empty">{NO_RULE_YET}</p> : null}
      {none && !isEmpty ? <p className="empty">No problems on either side.</p> : null}
      <ProblemList side="rule" text={ruleText} problems={inRule} />
      <ProblemList side="events" text={eventsText} problems={inEvents} />
      {damaged.map((log, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: files may share a name, and their list never changes.
        <LogProblems key={i} log={log} />
      ))}
      <SwitchedOff />
    </section>
  );
}

interface ProblemListProps {
  readonly side: SideProblem['side'];
  readonly text: string;
  readonly problems: readonly SideProblem[];
}

function ProblemList({ side, text, problems }: ProblemListProps) {
  const lines = useMemo(() => new LineIndex(text), [text]);
  if (problems.length === 0) return null;
  return (
    <LongList items={problems} label={side === 'rule' ? 'Problems of the rule' : 'Problems of the events'}>
      {(at) => (
        <ProblemRow
          key={`${at.problem.code}-${at.problem.range.start}-${unmarked(at.problem.message)}`}
          {...at}
          text={text}
          position={lines.position(at.problem.range.start)}
        />
      )}
    </LongList>
  );
}
