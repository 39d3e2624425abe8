import { cutEntry } from '../../ui/cut';
import './stages.css';
import { useMemo } from 'react';
import type { CorrelationStage } from '../../../src/describe';
import { eventCoverage } from '../../../src/describe';
import type { DocumentPage, FilterContent } from '../../../src/live';
import { Sentence } from '../../ui/Sentence';
import { LongList } from '../LongList';
import { ConditionDiagram } from './ConditionDiagram';
import { Events } from './Events';
import { Go } from './Go';
import type { Live } from './Live';
import { PageFrame } from './PageFrame';
import { Stages } from './Stages';

const KINDS = { correlation: 'Correlation', filter: 'Filter' };

interface OtherPageProps {
  readonly page: DocumentPage;
  /** The text that its ranges belong to. */
  readonly text: string;
}

/** The page of a correlation or a filter. */
export function OtherPage({ page: { kind, meta, content }, text }: OtherPageProps) {
  return (
    <PageFrame
      meta={meta}
      kind={KINDS[kind]}
      text={text}
      words={content?.words ?? null}
      warning={content ? null : `This ${kind} does not compile. See Problems.`}
    >
      {content?.kind === 'correlation' ? <CorrelationStages stages={content.stages} /> : null}
      {content?.kind === 'filter' ? <Filter content={content} text={text} /> : null}
    </PageFrame>
  );
}

function CorrelationStages({ stages }: { readonly stages: readonly CorrelationStage[] }) {
  return (
    <section className="rule-stages" aria-label="Stages">
      <header className="rule-page-head">
        <h3>Stages</h3>
      </header>
      <dl className="stages-correlation">
        {stages.map(({ label, parts }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {parts.map(({ text, says, range }) => (
                <p key={`${text}-${range?.start}`}>
                  {range ? <Go range={range} text={text} /> : text}{' '}
                  <span className="soft">
                    <Sentence words={says} />
                  </span>
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A filter is never evaluated alone: its rules are, with the filter in their conditions. */
const NO_VERDICT: Live = {
  event: 0,
  says: 'A filter has no verdict of its own. Choose a rule that it applies to.',
  trace: null,
};

function Filter({
  content: { card, stages, condition, joins },
  text,
}: {
  readonly content: FilterContent;
  readonly text: string;
}) {
  const events = useMemo(() => eventCoverage(card), [card]);
  return (
    <>
      <Events coverage={events} />
      <section className="rule-stages" aria-label="Applies to">
        <h3>Applies to</h3>
        {joins.length > 0 ? (
          <LongList items={joins} className="rule-list">
            {(title, i) => <li key={i}>{cutEntry(title)}</li>}
          </LongList>
        ) : (
          <p className="soft">No rule in this text.</p>
        )}
      </section>
      <Stages stages={stages} live={NO_VERDICT} />
      <ConditionDiagram condition={condition} title={stages.condition.text} text={text} live={NO_VERDICT} />
    </>
  );
}
