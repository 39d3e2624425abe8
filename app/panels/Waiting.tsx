import { useResults } from '../results/results';
import { waitingWords } from './waiting-words';

/** Shown in a newly opened panel until the engine has made its content, or says why it cannot. */
export function Waiting() {
  return <p className="empty">{useResults(waitingWords)}</p>;
}
