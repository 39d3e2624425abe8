import { useMemo } from 'react';
import { effectivelyChosen } from '../../engine/chosen';
import { useResults } from '../../engine/results';
import { verdictOf } from '../../engine/verdict-columns';
import { useSession } from '../../session/session';
import { Sentence } from '../../ui/Sentence';
import { goTo } from '../go-to';
import { ConditionTree } from './ConditionTree';
import { RuleNotes } from './RuleNotes';
import { treeOf } from './tree-nodes';
import { Why } from './Why';

/** Why the chosen event matches, or why it does not. */
export function Explain() {
  const verdicts = useResults((r) => r.outcome.verdicts);
  const rule = useResults((r) => r.outcome.rule);
  const known = useResults((r) => r.outcome.info !== null);
  const selected = useSession((s) => s.selected);
  const chosen = effectivelyChosen(selected, verdicts.length);
  const trace = useResults((r) => r.outcome.traces.get(chosen));
  const filtered = useResults((r) => r.outcome.info?.filtered?.condition);
  const tree = useMemo(() => (trace ? treeOf(trace, rule, filtered) : null), [trace, rule, filtered]);
  if (!known)
    return <p className="empty">Nothing to explain yet: the rule does not compile. Problems says where.</p>;
  if (verdicts.length === 0) return <p className="empty">No events yet.</p>;
  if (verdictOf(verdicts, chosen) === 'error') return <Unreadable event={chosen} />;
  if (!trace || !tree) return <p className="empty">Event {chosen + 1}…</p>;
  return (
    <div className="explain-whole">
      <RuleNotes />
      <div className="explain">
        <div className="scroll explain-tree">
          <ConditionTree root={tree} />
        </div>
        <Why trace={trace} />
      </div>
    </div>
  );
}

function Unreadable({ event }: { readonly event: number }) {
  const problems = useResults((r) => r.eventProblems);
  const start = useResults((r) => r.outcome.verdicts.starts[event] ?? 0);
  const end = useResults((r) => r.outcome.verdicts.ends[event] ?? 0);
  const problem = problems.find((p) => p.range.start >= start && p.range.start <= end);
  return (
    <div className="why">
      <h2>Event {event + 1} cannot be read</h2>
      <p>
        <Sentence text={problem?.message ?? 'It is not written as the others are.'} />
      </p>
      {problem ? (
        <button type="button" className="btn" onClick={() => goTo('events', problem.range, true)}>
          Go there
        </button>
      ) : null}
    </div>
  );
}
