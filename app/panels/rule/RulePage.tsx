import './rule.css';
import { useMemo } from 'react';
import { eventCoverage } from '../../../src/describe';
import type { DocumentPage, RuleContent } from '../../../src/live';
import { useResults } from '../../results/results';
import { usePanel } from '../../results/use-panel';
import { useSession } from '../../state/session';
import { Waiting } from '../Waiting';
import { ConditionDiagram } from './ConditionDiagram';
import { Events } from './Events';
import { useLive } from './Live';
import { NotExercised } from './NotExercised';
import { OtherPage } from './OtherPage';
import { PageFrame } from './PageFrame';
import { Stages } from './Stages';
import { Statistics } from './Statistics';

/** The page of the chosen document; in a text without a rule, of its first document. */
export function RulePage() {
  usePanel('rule');
  const content = useResults((r) => r.outcome.page);
  const rule = useResults((r) => r.outcome.rule);
  const stale = useResults((r) => r.stale);
  const pages = useResults((r) => r.pages) ?? NONE;
  const newest = useResults((r) => r.ruleText);
  // A text with one document has no list of documents.
  const noRule = useResults(
    (r) => r.pages !== null && r.pages.length > 0 && r.pages.length >= r.documents.length,
  );
  const described = useSession((s) => s.described);
  const page = pages.find(({ document }) => document === described) ?? (content && !noRule ? null : pages[0]);
  if (page) return <OtherPage key={page.document} page={page} text={newest} />;
  if (content === undefined) return <Waiting />;
  if (!content) return <p className="empty">No rule compiles yet.</p>;
  return <Page content={content} text={rule} stale={stale} />;
}

const NONE: readonly DocumentPage[] = [];

interface PageProps {
  readonly content: RuleContent;
  /** The text that its ranges belong to. */
  readonly text: string;
  readonly stale: boolean;
}

/** A detection rule: its metadata, the techniques and events that it covers, and what it requires of an event. */
function Page({ content, text, stale }: PageProps) {
  const { card, words, stages, condition } = content;
  const live = useLive();
  const events = useMemo(() => eventCoverage(card), [card]);
  return (
    <PageFrame
      meta={card.meta}
      kind={null}
      text={text}
      words={words}
      warning={stale ? 'Shown as it was before the error. See Problems.' : null}
    >
      <Events coverage={events} />
      <NotExercised />
      <Statistics />
      <Stages stages={stages} live={live} />
      <ConditionDiagram condition={condition} title={stages.condition.text} text={text} live={live} />
    </PageFrame>
  );
}
