import { useId, useState } from 'react';
import { applyEdits, type Fix, type Words } from '../../../src/text';
import { applyFix } from '../../actions/apply-fix';
import { Later, Part } from '../../guard/later';
import { useResults } from '../../results/results';
import { useSession } from '../../state/session';
import { notify } from '../../ui/notices';
import { PaneNote } from '../../ui/PaneNote';
import { Sentence } from '../../ui/Sentence';
import './copied-text.css';

/** Loaded only when the user asks for the difference. */
const DIFFERENCE = new Part('The difference', () => import('./RestoredDifference'));

/**
 * Shown above a rule that was damaged by copying and can be restored: what happened, the difference, and the button
 * that restores it.
 */
export function CopiedText() {
  const problem = useResults((r) => r.ruleProblems.find((p) => p.code === 'copied-text' && p.fixes));
  const text = useResults((r) => r.ruleText);
  const current = useSession((s) => s.rule === text);
  const fix = problem?.fixes?.[0];
  if (!problem || !fix || !current) return null;
  return <Offer key={text} text={text} said={problem.message} fix={fix} />;
}

interface OfferProps {
  readonly text: string;
  readonly said: Words;
  readonly fix: Fix;
}

function Offer({ text, said, fix }: OfferProps) {
  const [open, setOpen] = useState(false);
  const difference = useId();
  const restore = () => {
    applyFix('rule', text, fix);
    notify({ key: 'restored', text: 'The text was changed. Undo brings back the pasted text.', for: 8000 });
  };
  return (
    <PaneNote
      label="Copied text"
      said={said}
      actions={
        <>
          <button
            type="button"
            className="btn-quiet"
            aria-expanded={open}
            aria-controls={difference}
            onClick={() => setOpen(!open)}
          >
            {open ? 'Hide the difference' : 'Show the difference'}
          </button>
          <button type="button" className="btn" onClick={restore}>
            <Sentence words={fix.title} />
          </button>
        </>
      }
    >
      <div className="copied-text-difference" id={difference} hidden={!open}>
        {open ? (
          <Later part={DIFFERENCE} props={{ before: text, after: applyEdits(text, fix.edits) }} />
        ) : null}
      </div>
    </PaneNote>
  );
}
