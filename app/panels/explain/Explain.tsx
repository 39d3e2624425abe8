import './explain.css';
import { useMemo, useState } from 'react';
import { treeOf } from '../../../src/describe';
import type { Decision } from '../../../src/match';
import { goTo } from '../../actions/go-to';
import { effectivelyChosen } from '../../results/chosen';
import { numberOf } from '../../results/event-number';
import { stoppedKey } from '../../results/outcome';
import { useResults } from '../../results/results';
import { usePanel } from '../../results/use-panel';
import { rangeOf, verdictOf } from '../../results/verdict-columns';
import { useSession } from '../../state/session';
import { Sentence } from '../../ui/Sentence';
import { StaleNote } from '../StaleNote';
import { Waiting } from '../Waiting';
import { ConditionTree } from './ConditionTree';
import { Decisions, OtherReading } from './Decisions';
import { RuleNotes } from './RuleNotes';
import { Why } from './Why';

const NONE: readonly Decision[] = [];

/** Why the chosen event matches or not; on request, under the other reading of an interpretation that decided it. */
export function Explain() {
  usePanel('explain');
  const verdicts = useResults((r) => r.outcome.verdicts);
  const total = useResults((r) => r.outcome.total);
  const rule = useResults((r) => r.outcome.rule);
  const known = useResults((r) => r.outcome.info !== null);
  const isEmpty = useResults((r) => r.isEmpty);
  const selected = useSession((s) => s.selected);
  const chosen = effectivelyChosen(selected, verdicts.length);
  const filtered = useResults((r) => r.outcome.info?.filtered?.condition);
  const ours = useResults((r) => r.outcome.traces.get(chosen));
  const stopped = useResults((r) => r.outcome.stopped.get(stoppedKey('explain', chosen)));
  const decisions = useResults((r) => r.outcome.decisions.get(chosen)) ?? NONE;
  const isFinal = useResults((r) => r.isFinal);
  const [asked, setAsked] = useState<{ readonly event: number; readonly id: string } | null>(null);
  // For another event, or once the interpretation no longer decides, the playground's own reading is back.
  const read = decisions.find(({ id }) => asked?.event === chosen && asked.id === id);
  const trace = read?.trace ?? ours;
  const tree = useMemo(
    () => (trace ? treeOf(trace, rule, numberOf(chosen), filtered) : null),
    [trace, rule, chosen, filtered],
  );
  if (!known)
    return (
      <p className="empty">
        Nothing to explain yet:{' '}
        {isEmpty ? 'there is no rule.' : 'the rule does not compile. Problems says where.'}
      </p>
    );
  if (verdicts.length === 0) return total > 0 ? <Waiting /> : <p className="empty">No events yet.</p>;
  if (verdictOf(verdicts, chosen) === 'error') return <Unreadable event={chosen} />;
  if (!trace && stopped !== undefined) return <NotExplained event={chosen} pattern={stopped} />;
  if (!trace || !tree)
    return (
      <p className="empty">
        {isFinal
          ? `Event ${numberOf(chosen)} was not explained before the error, and the engine has been restarted since. Correct the rule to see why.`
          : `Event ${numberOf(chosen)}…`}
      </p>
    );
  return (
    <div className="explain-whole">
      <div className="explain">
        <div className="scroll explain-tree">
          {read ? <OtherReading decision={read} /> : null}
          <ConditionTree root={tree} />
        </div>
        <Why trace={trace} other={read !== undefined}>
          <Decisions
            decisions={decisions}
            read={read}
            onRead={(decision) => setAsked(decision && { event: chosen, id: decision.id })}
          />
        </Why>
      </div>
      <RuleNotes />
      <StaleNote />
    </div>
  );
}

/** Shown when an explanation had to be stopped. */
function NotExplained({ event, pattern }: { readonly event: number; readonly pattern: string | null }) {
  const verdict = useResults((r) => verdictOf(r.outcome.verdicts, event));
  return (
    <div className="explain-why">
      <h2>Event {numberOf(event)} is not explained</h2>
      <p>
        Its verdict is “{verdict}”.{' '}
        {pattern ? (
          <>
            An explanation needs every place where the pattern <code>{pattern}</code> matches. Finding them
            took too long.
          </>
        ) : (
          'The explanation took too long.'
        )}
      </p>
    </div>
  );
}

function Unreadable({ event }: { readonly event: number }) {
  const problems = useResults((r) => r.eventProblems);
  const text = useResults((r) => r.eventsText);
  const { start, end } = rangeOf(
    useResults((r) => r.outcome.verdicts),
    event,
  );
  const problem = problems.find((p) => p.range.start >= start && p.range.start <= end);
  return (
    <div className="explain-why">
      <h2>Event {numberOf(event)} cannot be read</h2>
      <p>
        <Sentence words={problem?.message ?? ['It is not written like the other events.']} />
      </p>
      {problem ? (
        <button type="button" className="btn" onClick={() => goTo('events', problem.range, true, text)}>
          Go there
        </button>
      ) : null}
    </div>
  );
}
