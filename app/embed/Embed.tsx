import './embed.css';
import { useDark } from '../layout/useDark';
import { runAgain } from '../results/connect';
import { useResults } from '../results/results';
import type { EmbedOptions, EmbedPart } from '../state/embed-options';
import { Sentence } from '../ui/Sentence';
import { EditPane } from './EditPane';
import { EventsText } from './EventsText';
import { Explained } from './Explained';
import { OpenLink } from './OpenLink';
import { RuleText } from './RuleText';
import { Verdicts } from './Verdicts';

interface EmbedProps {
  readonly options: EmbedOptions;
  /** Why the address cannot be opened; empty if it can. */
  readonly problem: string;
}

/** A rule, events and what the engine says of them, in a frame of another page. */
export function Embed({ options: { parts, isEditable }, problem }: EmbedProps) {
  const dark = useDark();
  const title = useResults((r) => r.outcome.info?.title ?? '');
  const shows = (part: EmbedPart) => parts.includes(part);
  return (
    <main className="embed">
      <h1 className="embed-title">{title || 'Sigma rule'}</h1>
      {problem === '' ? (
        <>
          <div className="embed-texts">
            {shows('rule') ? isEditable ? <EditPane side="rule" dark={dark} /> : <RuleText /> : null}
            {shows('events') ? isEditable ? <EditPane side="events" dark={dark} /> : <EventsText /> : null}
          </div>
          <RuleProblem />
          {shows('verdicts') ? <Verdicts /> : null}
          {shows('why') ? <Explained /> : null}
          <Stopped />
        </>
      ) : (
        <p role="alert" className="embed-problem bad">
          {problem}
        </p>
      )}
      <footer className="embed-end">
        <OpenLink />
      </footer>
    </main>
  );
}

/** The first error of a rule that does not compile. */
function RuleProblem() {
  const error = useResults((r) => r.ruleProblems.find((one) => one.severity === 'error' && !one.lint));
  const isEmpty = useResults((r) => r.isEmpty);
  if (!error || isEmpty) return null;
  return (
    <p className="embed-problem bad">
      <Sentence words={error.message} />
    </p>
  );
}

/** Shown when the engine crashed or had to be stopped. */
function Stopped() {
  const isStopped = useResults((r) => r.hang !== null || r.failure !== null);
  if (!isStopped) return null;
  return (
    <p role="alert" className="embed-problem">
      The engine was stopped: a pattern took too long, or its thread ended.{' '}
      <button type="button" className="btn" onClick={runAgain}>
        Run again
      </button>
    </p>
  );
}
