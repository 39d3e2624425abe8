import { Later, Part } from '../guard/later';

const TOLD = new Part('What is told of verdicts', () => import('../panels/verdicts/VerdictTold'));

/** The verdict of the chosen event, for screen readers. */
export function Told() {
  return <Later part={TOLD} waiting={null} />;
}
