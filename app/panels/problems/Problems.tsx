import { useMemo } from 'react';
import type { Diagnostic } from '../../../src/text/diagnostic';
import { LineIndex } from '../../../src/text/lines';
import { useResults } from '../../engine/results';
import type { Side } from '../../session/session';
import { Sentence } from '../../ui/Sentence';
import { Severity } from '../../ui/Severity';
import { applyFix } from '../apply-fix';
import { goTo } from '../go-to';
import { LogProblems, useProblemFiles } from './LogProblems';

/** What is wrong, on both sides: the same array that underlines it in the editors. */
export function Problems() {
  const ruleProblems = useResults((r) => r.ruleProblems);
  const eventProblems = useResults((r) => r.eventProblems);
  const ruleText = useResults((r) => r.ruleText);
  const eventsText = useResults((r) => r.eventsText);
  const damaged = useProblemFiles();
  if (ruleProblems.length + eventProblems.length + damaged.length === 0)
    return <p className="empty">No problems on either side.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="scroll" aria-label="Problems" tabIndex={0}>
      <ProblemList side="rule" text={ruleText} problems={ruleProblems} />
      <ProblemList side="events" text={eventsText} problems={eventProblems} />
      {damaged.map((log, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: files may share a name, and their list never changes.
        <LogProblems key={i} log={log} />
      ))}
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
    <ul className="problems" aria-label={side === 'rule' ? 'Problems of the rule' : 'Problems of the events'}>
      {problems.map((problem) => {
        const { severity, range, message, code, fixes = [] } = problem;
        const { line, column } = lines.position(range.start);
        return (
          <li key={`${code}-${range.start}-${message}`} className="problem">
            <button type="button" className="problem-go" onClick={() => goTo(side, range, true)}>
              <Severity of={severity} />
              <span className="problem-place">
                {side === 'rule' ? 'Rule' : 'Events'} {line}:{column}
              </span>
              <span className="problem-text">
                <Sentence text={message} />
              </span>
              <code className="problem-code">{code}</code>
            </button>
            {fixes.map((fix) => (
              <button key={fix.title} type="button" className="btn" onClick={() => applyFix(side, text, fix)}>
                {fix.title}
              </button>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
