import './stage-ticks.css';
import type { Step } from '../../src/describe';
import type { StageAct } from './keys';

interface StageProgressProps {
  readonly step: number;
  readonly steps: readonly Step[];
  readonly onAct: (what: StageAct) => void;
}

/** Where the show is in its steps, and the buttons to the ones beside. */
export function StageProgress({ step, steps, onAct }: StageProgressProps) {
  return (
    <footer className="stage-progress">
      <button type="button" className="btn" disabled={step === 0} onClick={() => onAct('back')}>
        <span aria-hidden="true">←</span> Back
      </button>
      <span className="stage-ticks" aria-hidden="true">
        {steps.map((_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps have no identity of their own and never move.
          <span key={i} className={i <= step ? 'stage-ticks-one stage-ticks-past' : 'stage-ticks-one'} />
        ))}
      </span>
      <span className="stage-count">{steps.length === 0 ? '' : `Step ${step + 1} of ${steps.length}`}</span>
      <button
        type="button"
        className="btn btn-main"
        disabled={step >= steps.length - 1}
        onClick={() => onAct('next')}
      >
        Next <span aria-hidden="true">→</span>
      </button>
    </footer>
  );
}
