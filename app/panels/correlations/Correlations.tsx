import { cutEntry } from '../../ui/cut';
import { useGrowing } from '../growing';
import './correlations.css';
import { Fragment, type KeyboardEvent } from 'react';
import { TOLD } from '../../../src/limits';
import type { CorrelationReport } from '../../../src/live';
import { leftOutWords } from '../../../src/match';
import { showEvent } from '../../actions/choose-event';
import { expectOn, toggleFirings } from '../../actions/expect-firings';
import { useLog } from '../../log/store';
import { isEarlier } from '../../results/outcome';
import { useResults } from '../../results/results';
import { usePanel } from '../../results/use-panel';
import { count } from '../../ui/count';
import { Sentence } from '../../ui/Sentence';
import { chooseDocument } from '../documents/choose-document';
import { CorrelationDecisions } from './CorrelationDecisions';
import { Firing, Key } from './Firing';
import { Members } from './Members';
import { Wish } from './Wish';
import { amount, duration, stretch } from './words';

/** The first firings show their events at once, the others on request. */
const OPEN = 3;

/** The correlations of the rule's text over the events: each firing as a group, or how close the best window came. */
export function Correlations() {
  const documents = useResults((r) => r.documents);
  usePanel('correlations');
  const reports = useResults((r) => r.outcome.reports);
  const earlier = useResults((r) => isEarlier(r.outcome, 'reports'));
  const className = earlier ? 'scroll correlations earlier' : 'scroll correlations';
  const log = useLog((open) => open.name);
  const broken = documents.filter((d) => d.kind === 'correlation' && !d.ok);
  if (!reports && broken.length === 0) return <p className="empty">No correlation results yet.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={className} aria-label="Correlations" aria-busy={earlier} tabIndex={0}>
      {log === null ? null : (
        <p className="soft">Correlations run over the events in the editor, not over all of {log}.</p>
      )}
      {broken.map(({ title, range }) => (
        <p key={range.start} className="bad">
          “{cutEntry(title)}” does not compile, or a rule that it refers to does not. See Problems.
        </p>
      ))}
      {reports?.map((report) => (
        <Correlation key={report.document} report={report} />
      ))}
    </section>
  );
}

function Correlation({ report }: { readonly report: CorrelationReport }) {
  const { title, document, condition, timespan, groupBy, references, ownVerdict, total, firings } = report;
  const { shown } = useGrowing(firings.length);
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target instanceof HTMLInputElement) return;
    if (e.key !== '+' && e.key !== '-') return;
    e.preventDefault();
    toggleFirings(title, e.key === '+');
  };
  return (
    <section className="correlations-one" aria-label={title} onKeyDown={onKeyDown}>
      <h2>
        <button type="button" className="correlations-title" onClick={() => chooseDocument(document)}>
          {cutEntry(title)}
        </button>
        <span className={total > 0 ? 'good' : 'soft'}>
          {total > 0 ? count(total, 'firing') : 'no firing'}
        </span>
      </h2>
      <p className="soft">
        {condition} within {duration(timespan)}
        {groupBy.length > 0 ? ', by ' : ''}
        {groupBy.map((name, i) => (
          <Fragment key={name}>
            {i > 0 ? ', ' : ''}
            <code>{cutEntry(name)}</code>
          </Fragment>
        ))}
        {' · '}
        {references
          .map(({ title: name, matched, kind }) => `${cutEntry(name)}: ${counted(matched, kind)}`)
          .join(' · ')}
        {ownVerdict ? '' : ' · referenced by another correlation, so it raises no alert of its own'}
      </p>
      <Wish report={report} />
      {total > 0 ? (
        <ol className="correlations-firings" aria-label={`Firings of ${title}`}>
          {firings.slice(0, shown).map((firing, i) => (
            <Firing
              // biome-ignore lint/suspicious/noArrayIndexKey: a firing has no identity but its place in the list.
              key={i}
              report={report}
              firing={firing}
              number={i + 1}
              open={i < OPEN}
            />
          ))}
        </ol>
      ) : (
        <Nearest report={report} />
      )}
      {total > firings.length ? (
        <p className="soft">and {amount(total - firings.length)} more firings.</p>
      ) : null}
      <CorrelationDecisions report={report} />
      <LeftOut report={report} />
    </section>
  );
}

function counted(matched: number, kind: 'rule' | 'correlation'): string {
  const word = kind === 'rule' ? 'event' : 'firing';
  return count(matched, word);
}

/** Nothing fired: shows the closest window and its events. */
function Nearest({ report }: { readonly report: CorrelationReport }) {
  const { nearest, references, title } = report;
  if (!nearest) {
    const any = references.some((r) => r.matched > 0);
    return (
      <p>
        {any
          ? 'Events match its rules, but none of them can be counted.'
          : 'No event matches the rules that it refers to, so there is no window.'}
      </p>
    );
  }
  const { key, start, end, members, text, blocked } = nearest;
  // Of a longer window not all events are known here, and none of those in a firing of another correlation.
  const isWhole = members.length < TOLD.members.value && references.every(({ kind }) => kind === 'rule');
  return (
    <div className="card">
      <p>
        <Sentence words={text} />
      </p>
      <p className="correlations-head">
        <Key of={key} />
        <span className="soft">
          {stretch(start, end)} · {duration(end - start)}
        </span>
        {isWhole ? (
          <button
            type="button"
            className="btn-quiet"
            onClick={() =>
              expectOn(
                title,
                members.map(({ event }) => event),
              )
            }
          >
            Must fire on these
          </button>
        ) : null}
      </p>
      <Members
        report={report}
        label={`Closest window of ${title}`}
        start={start}
        members={members}
        blocked={blocked}
      />
    </div>
  );
}

/** Events that match a rule of the correlation but are not counted, each with the reason. */
function LeftOut({
  report: { leftOut, leftOutTotal, zoneless, yearless, title },
}: {
  readonly report: CorrelationReport;
}) {
  return (
    <>
      {leftOutTotal > 0 ? (
        <>
          <p className="soft">
            {amount(leftOutTotal)} {leftOutTotal === 1 ? 'event matches' : 'events match'} and{' '}
            {leftOutTotal === 1 ? 'counts' : 'count'} nowhere:
          </p>
          <ul className="correlations-left-out" aria-label={`Left out of ${title}`}>
            {leftOut.map((one) => (
              <li key={one.event}>
                <button type="button" className="btn-quiet" onClick={() => showEvent(one.event)}>
                  Event {one.event + 1}
                </button>{' '}
                <Sentence words={leftOutWords(one)} />
              </li>
            ))}
            {leftOutTotal > leftOut.length ? <li>and {amount(leftOutTotal - leftOut.length)} more</li> : null}
          </ul>
        </>
      ) : null}
      {zoneless > 0 ? (
        <p className="soft">
          {zoneless === 1 ? 'The time of 1 event names' : `The times of ${amount(zoneless)} events name`} no
          zone and {zoneless === 1 ? 'is' : 'are'} read as UTC.
        </p>
      ) : null}
      {yearless > 0 ? (
        <p className="soft">
          {yearless === 1 ? 'The time of 1 event names' : `The times of ${amount(yearless)} events name`} no
          year. Each is read as the latest such date not after the newest event that names a year, or in 2000
          if none does.
        </p>
      ) : null}
    </>
  );
}
