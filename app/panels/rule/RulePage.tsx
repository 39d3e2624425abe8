import './rule-page.css';
import { useMemo } from 'react';
import { attackCoverage } from '../../../src/describe/attack-coverage';
import { eventCoverage } from '../../../src/describe/event-coverage';
import { ruleSheet } from '../../../src/describe/rule-sheet';
import type { DescribedRule } from '../../../src/session/documents';
import { useResults } from '../../engine/results';
import { Attack } from './Attack';
import { ConditionDiagram } from './ConditionDiagram';
import { Events } from './Events';
import { Stages } from './Stages';
import { Statistics } from './Statistics';
import { Facts, Words } from './Words';

/** The page of the rule that is asked: what it says of itself, the techniques and the events that it covers. */
export function RulePage() {
  const info = useResults((r) => r.outcome.info);
  const text = useResults((r) => r.outcome.rule);
  const stale = useResults((r) => r.stale);
  if (!info) return <p className="empty">There is no rule that compiles yet.</p>;
  return <Page info={info} text={text} stale={stale} />;
}

interface PageProps {
  readonly info: DescribedRule;
  /** The text that its ranges speak of. */
  readonly text: string;
  readonly stale: boolean;
}

function Page({ info, text, stale }: PageProps) {
  const { card, stages, diagram } = info;
  const sheet = useMemo(() => ruleSheet(card), [card]);
  const attack = useMemo(() => attackCoverage(card.meta.tags), [card]);
  const events = useMemo(() => eventCoverage(card), [card]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="scroll rule-page" aria-label="The rule’s page" tabIndex={0}>
      {stale ? <p className="rule-page-stale bad">As it was before the error: Problems says where.</p> : null}
      <header className="rule-page-head">
        <h2>{sheet.title || 'A rule without a title'}</h2>
        <button type="button" className="btn" onClick={() => window.print()}>
          Print
        </button>
      </header>
      <Facts sheet={sheet} />
      <Words sheet={sheet} />
      <Attack coverage={attack} text={text} title={sheet.title} id={card.meta.id?.value ?? null} />
      <Events coverage={events} />
      <Statistics />
      <Stages stages={stages} />
      <ConditionDiagram diagram={diagram} />
    </section>
  );
}
