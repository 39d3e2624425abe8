import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { LEVELS } from '../../../src/catalog';
import { NO_FILTER } from '../../../src/findings';
import { mappingKey, NO_MAPPING } from '../../../src/text';
import { LEVEL_NAMES } from '../../catalog/panel/rows';
import { Segments } from '../../catalog/panel/Segments';
import { openKept } from '../../catalog/store';
import { foundFilter } from '../../state/found-filter';
import { useSession } from '../../state/session';
import { count } from '../../ui/count';
import { Sentence } from '../../ui/Sentence';
import { type FindingsRun, filterFindings, useFindings } from '../store';
import { EventRows } from './EventRows';
import './found.css';
import { FindingsBar } from './FindingsBar';
import { NameRows, RuleRows } from './TableRows';
import { TimelineChart } from './TimelineChart';
import { filterWords } from './words';

const VIEWS = ['Events', 'Rules', 'Hosts', 'Users', 'Techniques', 'Files'] as const;
type View = (typeof VIEWS)[number];

/** What the whole catalog finds in the open log. */
export default function Findings() {
  const run = useFindings((s) => s.run);
  const isFiltered = useStore(foundFilter, ({ now }) => now !== null);
  useEffect(openKept, []);
  return (
    <section className="found" aria-label="Findings in the log">
      <FindingsBar />
      {run ? (
        <RunFindings run={run} />
      ) : (
        <p className="empty">
          Runs every rule of your catalog over every event of the open log. What they find is counted by time,
          rule, level, technique, host, user and file.
          {isFiltered ? ' The filters of the link that you opened hold from the start.' : ''}
        </p>
      )}
    </section>
  );
}

function RunFindings({ run }: { readonly run: FindingsRun }) {
  const [view, setView] = useState<View>('Events');
  const tables = useFindings((s) => s.tables);
  return (
    <>
      <Told run={run} />
      {tables && run.hits > 0 ? (
        <>
          <TimelineChart />
          <div className="found-filters">
            <Segments
              legend="Findings by"
              segments={VIEWS.filter((id) => id !== 'Files' || run.files.length > 1).map((id) => ({ id }))}
              chosen={view}
              onChoose={setView}
            />
            <Levels />
            <FilterParts run={run} />
          </div>
          <Table view={view} run={run} />
        </>
      ) : (
        <p className="empty">
          {run.state === 'done' ? 'No rule matches any event of the log.' : 'Nothing found yet.'}
        </p>
      )}
    </>
  );
}

function Table({ view, run }: { readonly view: View; readonly run: FindingsRun }) {
  switch (view) {
    case 'Events':
      return <EventRows run={run} />;
    case 'Rules':
      return <RuleRows run={run} />;
    case 'Hosts':
      return <NameRows key="host" of="host" label="Findings by host" />;
    case 'Users':
      return <NameRows key="user" of="user" label="Findings by user" />;
    case 'Techniques':
      return <NameRows key="technique" of="technique" label="Findings by technique" />;
    case 'Files':
      return <NameRows key="file" of="file" label="Findings by file" />;
  }
}

/** The levels of what is found; one that is pressed is the only one shown. */
function Levels() {
  const counts = useFindings((s) => s.tables?.levels) ?? [];
  const chosen = useFindings((s) => s.filter.level);
  return (
    <fieldset className="found-levels">
      <legend className="visually-hidden">Only this level</legend>
      {LEVELS.map((level, i) =>
        counts[i] || level === chosen ? (
          <button
            key={level}
            type="button"
            className="btn-quiet"
            aria-pressed={level === chosen}
            onClick={() => filterFindings({ level: level === chosen ? null : level })}
          >
            {LEVEL_NAMES[level]} {(counts[i] ?? 0).toLocaleString('en')}
          </button>
        ) : null,
      )}
    </fieldset>
  );
}

/** What is found under the filter, and its parts, each with a button that takes it off. */
function FilterParts({ run }: { readonly run: FindingsRun }) {
  const filter = useFindings((s) => s.filter);
  const hits = useFindings((s) => s.tables?.hits ?? 0);
  const events = useFindings((s) => s.tables?.events ?? 0);
  const parts = filterWords(filter, run.rules);
  return (
    <>
      <span role="status">
        {count(hits, 'finding')} in {count(events, 'event')}
      </span>
      {parts.map(({ key, words }) => (
        <button
          key={key}
          type="button"
          className="btn found-part"
          title="Take this filter off"
          onClick={() => filterFindings({ [key]: null })}
        >
          {words} <span aria-hidden="true">×</span>
        </button>
      ))}
      {parts.length > 1 ? (
        <button type="button" className="btn-quiet" onClick={() => filterFindings(NO_FILTER)}>
          Show all
        </button>
      ) : null}
    </>
  );
}

/** What went wrong, what was left out, and what has changed since. */
function Told({ run }: { readonly run: FindingsRun }) {
  const { settings, leftOut, lost, failure, rules } = run;
  const isOther = useSession(
    (s) =>
      s.settings.ignoreLogsource !== settings.ignoreLogsource ||
      mappingKey(s.settings.mapping ?? NO_MAPPING) !== mappingKey(settings.mapping ?? NO_MAPPING),
  );
  return (
    <>
      {failure ? (
        <p className="found-said" role="alert">
          <Sentence words={failure} />
        </p>
      ) : null}
      {isOther ? (
        <p className="found-said">Log sources or field mappings were set otherwise when this ran.</p>
      ) : null}
      {lost.length > 0 ? (
        <details className="found-said" open={lost.length < 4}>
          <summary>{count(lost.length, 'file')} can no longer be read</summary>
          <ul>
            {lost.map(({ file, events }) => (
              <li key={file}>
                <code>{file}</code> was changed, moved or removed: no rule was asked about{' '}
                {count(events, 'event')} of it. What was found before stays. Open the log again to have them.
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {leftOut.length > 0 ? (
        <details className="found-said">
          <summary>{count(leftOut.length, 'rule')} left out</summary>
          <ul>
            {leftOut.map(({ rule, reason }) => (
              <li key={rule}>
                “{rules[rule]?.title}”: <Sentence words={reason} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
