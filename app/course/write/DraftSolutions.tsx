import { session } from '../../state/session';
import type { DraftLesson, DraftSolution } from './draft';

interface RuleFieldProps {
  readonly label: string;
  readonly value: string;
  readonly help?: string;
  readonly onChange: (rule: string) => void;
}

/** A rule in the form; the present one can be taken. */
export function RuleField({ label, value, help, onChange }: RuleFieldProps) {
  return (
    <div className="write-rule">
      <label className="write-field">
        <span>{label}</span>
        <textarea
          className="field field-code"
          rows={Math.min(16, Math.max(5, value.split('\n').length))}
          spellCheck={false}
          value={value}
          onChange={(e) => onChange(e.target.value)}
        />
      </label>
      <span className="write-tools">
        <button type="button" className="btn-quiet" onClick={() => onChange(session.getState().rule)}>
          Take the present rule
        </button>
        {help ? <span className="soft">{help}</span> : null}
      </span>
    </div>
  );
}

interface DraftSolutionsProps {
  readonly draft: DraftLesson;
  readonly onChange: (part: Partial<DraftLesson>) => void;
}

/** The solutions of a lesson, each with what it does. */
export function DraftSolutions({ draft: { solutions }, onChange }: DraftSolutionsProps) {
  const set = (at: number, part: Partial<DraftSolution>) =>
    onChange({ solutions: solutions.map((one, i) => (i === at ? { ...one, ...part } : one)) });
  return (
    <fieldset className="write-set">
      <legend>Solutions</legend>
      {solutions.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two solutions may be the same.
        <div key={i} className="write-solution">
          <RuleField label={`Solution ${i + 1}`} value={one.rule} onChange={(rule) => set(i, { rule })} />
          <label className="write-field">
            <span>What it does</span>
            <input
              className="field"
              aria-label={`What solution ${i + 1} does`}
              placeholder="It asks for the end of the path."
              value={one.does}
              onChange={(e) => set(i, { does: e.target.value })}
            />
          </label>
          <span className="write-tools">
            <button
              type="button"
              className="btn-quiet"
              onClick={() => onChange({ solutions: solutions.filter((_, at) => at !== i) })}
            >
              Remove solution {i + 1}
            </button>
          </span>
        </div>
      ))}
      <span className="write-tools">
        <button
          type="button"
          className="btn"
          onClick={() => onChange({ solutions: [...solutions, { rule: session.getState().rule, does: '' }] })}
        >
          Add the present rule as a solution
        </button>
      </span>
    </fieldset>
  );
}
