import type { EventDiagnostic } from '../../../src/event';
import type { LintDiagnostic } from '../../../src/language';
import { fixWords, type Position, unmarked } from '../../../src/text';
import { applyFix } from '../../actions/apply-fix';
import { goTo } from '../../actions/go-to';
import { once } from '../../ui/once';
import { Sentence } from '../../ui/Sentence';
import { Severity } from '../../ui/Severity';
import { ProblemCode } from './ProblemCode';

/** A problem, and the side that it is on. */
export type SideProblem =
  | { readonly side: 'rule'; readonly problem: LintDiagnostic }
  | { readonly side: 'events'; readonly problem: EventDiagnostic };

export type ProblemRowProps = SideProblem & {
  /** The text that the problem's range belongs to. */
  readonly text: string;
  readonly position: Position;
};

/** One problem: a click goes to it, its id opens the explanation of its kind, and each fix is a button. */
export function ProblemRow({ text, position: { line, column }, ...at }: ProblemRowProps) {
  const { side } = at;
  const { severity, range, message, fixes = [] } = at.problem;
  return (
    <li className="problems-row" data-topic={at.side === 'rule' ? `check:${at.problem.code}` : undefined}>
      <button type="button" className="btn-line problems-go" onClick={() => goTo(side, range, true, text)}>
        <Severity of={severity} />
        <span className="problems-place">
          {side === 'rule' ? 'Rule' : 'Events'} {line}:{column}
        </span>
        <span className="problems-text">
          <Sentence words={message} />
        </span>
      </button>
      <ProblemCode
        of={
          at.side === 'rule' ? { in: 'rule', code: at.problem.code } : { in: 'events', code: at.problem.code }
        }
      >
        {fixes.map((fix) => (
          <button
            key={unmarked(fix.title)}
            type="button"
            className="btn"
            onClick={once(() => applyFix(side, text, fix))}
          >
            <Sentence words={fixWords(fix)} />
          </button>
        ))}
      </ProblemCode>
    </li>
  );
}
