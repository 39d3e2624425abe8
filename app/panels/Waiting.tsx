import { useResults } from '../results/results';

/** Shown in a newly opened panel until the engine has made its content, or says why it cannot. */
export function Waiting() {
  const stopped = useResults((r) => r.hang?.event === null || r.failure !== null);
  // Without a rule there is nothing to wait for: none has compiled.
  const none = useResults((r) => r.stale || (r.settled && !r.running && r.outcome.info === null));
  const words = stopped
    ? 'The engine was stopped, so there is nothing to show. Run the rule again.'
    : none
      ? 'The rule does not compile. See Problems.'
      : 'Loading…';
  return <p className="empty">{words}</p>;
}
