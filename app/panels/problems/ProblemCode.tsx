import { type ReactNode, useId, useState } from 'react';
import { Later, Part } from '../../guard/later';
import type { Explained } from './explained';

/** Its texts are loaded only when the user asks for one. */
const EXPLANATION = new Part('The explanation', () => import('./Explanation'));

interface ProblemCodeProps {
  readonly of: Explained;
  /** Shown between the code and its explanation. */
  readonly children?: ReactNode;
}

/** The code of a problem; opens the explanation of its kind. */
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
        {open ? <Later part={EXPLANATION} props={{ of }} /> : null}
      </div>
    </>
  );
}
