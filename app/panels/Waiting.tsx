import { useResults } from '../results/results';

/** Stands in a panel that was opened until the engine has made what it shows, or says why that will not come. */
export function Waiting() {
  const stopped = useResults((r) => r.hang?.event === null || r.failure !== null);
  const stale = useResults((r) => r.stale);
  const words = stopped
    ? 'The engine was stopped, so there is nothing to show. Run the rule again.'
    : stale
      ? 'The rule does not compile. See Problems.'
      : 'Loading…';
  return <p className="empty">{words}</p>;
}
