import '../panels/explain/explain.css';
import { useMemo } from 'react';
import { treeOf, verdictParagraphs } from '../../src/describe';
import { ConditionTree } from '../panels/explain/ConditionTree';
import { WHY } from '../panels/explain/headings';
import { effectivelyChosen } from '../results/chosen';
import { numberOf } from '../results/event-number';
import { useResults } from '../results/results';
import { usePanel } from '../results/use-panel';
import { useSession } from '../state/session';
import { Paragraph } from '../ui/Paragraph';

/** Why the chosen event matches or not: in words, and as the condition's tree. */
export function Explained() {
  usePanel('explain');
  const verdicts = useResults((r) => r.outcome.verdicts);
  const rule = useResults((r) => r.outcome.rule);
  const filtered = useResults((r) => r.outcome.info?.filtered?.condition);
  const chosen = effectivelyChosen(
    useSession((s) => s.selected),
    verdicts.length,
  );
  const trace = useResults((r) => r.outcome.traces.get(chosen)) ?? null;
  const tree = useMemo(
    () => (trace ? treeOf(trace, rule, numberOf(trace.event), filtered) : null),
    [trace, rule, filtered],
  );
  if (!trace || !tree) return null;
  const [first, ...rest] = verdictParagraphs(trace);
  return (
    <section className="embed-why" aria-label="Why">
      <h2>{WHY[trace.verdict](numberOf(trace.event))}</h2>
      {first ? (
        <p>
          <Paragraph words={first} />
        </p>
      ) : null}
      <ConditionTree root={tree} />
      {rest.map((words, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sentences have no identity of their own and never move.
        <p key={`${trace.event}-${i}`} className="soft">
          <Paragraph words={words} />
        </p>
      ))}
    </section>
  );
}
