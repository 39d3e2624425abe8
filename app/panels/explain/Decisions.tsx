import type { Decision } from '../../../src/match';
import { prose } from '../../../src/text';
import { Sentence } from '../../ui/Sentence';
import { Toggle } from '../../ui/Toggle';

interface DecisionsProps {
  readonly decisions: readonly Decision[];
  /** The interpretation whose other reading is shown. */
  readonly read: Decision | undefined;
  readonly onRead: (decision: Decision | null) => void;
}

/** The interpretations that decided the verdict shown, each with the result of the other reading. */
export function Decisions({ decisions, read, onRead }: DecisionsProps) {
  if (decisions.length === 0) return null;
  return (
    <ul className="decisions" aria-label="Interpretations that decided">
      {decisions.map((decision) => (
        <li key={decision.id} className="card decision">
          <p className="decision-line">
            An interpretation decided this: <Sentence words={prose(decision.ours)} />{' '}
            <span className="decision-other">
              Under the other reading: <strong>{decision.verdictOther}</strong>.
            </span>
          </p>
          <details>
            <summary>Both readings</summary>
            <p>
              <Sentence words={prose(decision.clause)} />
            </p>
            <dl className="terms">
              <dt>Here</dt>
              <dd>
                <Sentence words={prose(decision.ours)} /> <b>{decision.verdictOurs}</b>
              </dd>
              <dt>Other</dt>
              <dd>
                <Sentence words={prose(decision.other)} /> <b>{decision.verdictOther}</b>
              </dd>
            </dl>
          </details>
          <Toggle on={read?.id === decision.id} onChange={(on) => onRead(on ? decision : null)}>
            Explain the other reading
          </Toggle>
        </li>
      ))}
    </ul>
  );
}

/** Says that what follows is not the playground's own verdict. */
export function OtherReading({ decision }: { readonly decision: Decision }) {
  return (
    <p className="explain-other" role="status">
      <b>Under the other reading:</b> <Sentence words={prose(decision.other)} />{' '}
      <span className="soft">The strip and the marks keep the playground’s own reading.</span>
    </p>
  );
}
