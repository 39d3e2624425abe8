import { lazy, Suspense, useId, useState } from 'react';
import type { Diagnostic, Position } from '../../../src/text';
import { applyFix } from '../../actions/apply-fix';
import { goTo } from '../../actions/go-to';
import type { Side } from '../../state/session';
import { once } from '../../ui/once';
import { Sentence } from '../../ui/Sentence';
import { Severity } from '../../ui/Severity';

/** Its texts are read only when one is asked for. */
const Explanation = lazy(() => import('./Explanation'));

export interface ProblemRowProps {
  readonly side: Side;
  /** The text that the problem's range speaks of. */
  readonly text: string;
  readonly problem: Diagnostic;
  readonly position: Position;
}

/** One problem: a click goes there, its id opens what there is to say about its kind, and each fix is a button. */
export function ProblemRow({ side, text, problem, position: { line, column } }: ProblemRowProps) {
  const { severity, range, message, code, fixes = [] } = problem;
  const [open, setOpen] = useState(false);
  const explanation = useId();
  return (
    <li className="problems-row">
      <button type="button" className="btn-line problems-go" onClick={() => goTo(side, range, true)}>
        <Severity of={severity} />
        <span className="problems-place">
          {side === 'rule' ? 'Rule' : 'Events'} {line}:{column}
        </span>
        <span className="problems-text">
          <Sentence text={message} />
        </span>
      </button>
      {side === 'rule' ? (
        <button
          type="button"
          className="soft problems-why"
          aria-expanded={open}
          aria-controls={explanation}
          title="What this check is about"
          onClick={() => setOpen(!open)}
        >
          <code>{code}</code>
        </button>
      ) : (
        <code className="soft">{code}</code>
      )}
      {fixes.map((fix) => (
        <button key={fix.title} type="button" className="btn" onClick={once(() => applyFix(side, text, fix))}>
          <Sentence text={fix.title} />
        </button>
      ))}
      <div className="problems-card" id={explanation} hidden={!open}>
        {open ? (
          <Suspense fallback={<p className="empty">Loading…</p>}>
            <Explanation id={code} />
          </Suspense>
        ) : null}
      </div>
    </li>
  );
}
