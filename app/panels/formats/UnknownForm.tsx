import { useResults } from '../../results/results';
import { useSession } from '../../state/session';
import { PaneNote } from '../../ui/PaneNote';

/** Shown above events of an unknown format: how they are read, and what they could be. */
export function UnknownForm() {
  const problem = useResults((r) => r.eventProblems.find((p) => p.code === 'format-unknown'));
  const text = useResults((r) => r.eventsText);
  const current = useSession((s) => s.events === text);
  if (!problem || !current) return null;
  return <PaneNote label="Format of the events" said={problem.message} />;
}
