import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import type { Explained } from './explained';

/** Its texts are read only when one is asked for. */
const Explanation = lazy(() => import('./Explanation'));

interface ProblemCodeProps {
  readonly of: Explained;
  /** What stands between the code and its explanation. */
  readonly children?: ReactNode;
}

/** The code of a problem, which opens what there is to say about its kind. */
export function ProblemCode({ of, children }: ProblemCodeProps) {
  const [open, setOpen] = useState(false);
  const explanation = useId();
  return (
    <>
      <button
        type="button"
        className="soft problems-why"
        aria-expanded={open}
        aria-controls={explanation}
        title={of.in === 'rule' ? 'What this check is about' : 'What this problem is about'}
        onClick={() => setOpen(!open)}
      >
        <code>{of.code}</code>
      </button>
      {children}
      <div className="problems-card" id={explanation} hidden={!open}>
        {open ? (
          <Suspense fallback={<p className="empty">Loading…</p>}>
            <Explanation of={of} />
          </Suspense>
        ) : null}
      </div>
    </>
  );
}
