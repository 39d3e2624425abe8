import './state-mark.css';
import { STATES, type State } from './words';

/** How far a learner has come in a lesson. */
export function StateMark({ state }: { readonly state: State }) {
  const { sign, word } = STATES[state];
  return (
    <span className={`state-mark state-mark-${state}`}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  );
}
