import { useMemo, useState } from 'react';
import { type CatalogRule, LEVELS, type Level } from '../../../src/catalog';
import { mappingKey, NO_MAPPING } from '../../../src/text';
import { effectivelyChosen } from '../../results/chosen';
import { useResults } from '../../results/results';
import { useSession } from '../../state/session';
import { count } from '../../ui/count';
import { Toggle } from '../../ui/Toggle';
import type { Run } from '../hits';
import { runAll, useCatalog } from '../store';
import { FindingList } from './FindingList';
import { findingsLook, GROUPINGS, type Grouping, useFindingsLook } from './findings-look';
import { eventsHit, LEVEL_NAMES, levelCounts } from './rows';
import { namesTechnique } from './rows-by-technique';
import { Segments } from './Segments';

const GROUPING_NAMES = Object.keys(GROUPINGS) as readonly Grouping[];

const NONE: readonly CatalogRule[] = [];

/** What the last run found: by level or by technique, each rule with its events; or by event, each with its rules. */
export function Findings() {
  const run = useCatalog((s) => s.run);
  const rules = useCatalog((s) => s.catalog?.rules.length ?? 0);
  if (run) return <RunFindings run={run} />;
  return (
    <p className="empty">
      {rules === 0
        ? 'None of these files holds a rule that can run.'
        : 'Run all rules on your events with the button at the top right. Their matches are listed here by level, technique or event.'}
    </p>
  );
}

function RunFindings({ run }: { readonly run: Run }) {
  const rules = useCatalog((s) => s.catalog?.rules ?? NONE);
  const grouping = useFindingsLook((l) => l.grouping);
  const technique = useFindingsLook((l) => l.technique);
  const [hidden, setHidden] = useState<ReadonlySet<Level>>(new Set());
  const [onlyChosen, setOnlyChosen] = useState(false);
  const eventsChanged = useSession((s) => s.events !== run.events);
  const selected = useSession((s) => s.selected);
  const total = useResults((r) => r.outcome.verdicts.length);
  const chosen = effectivelyChosen(selected, total);
  const event = onlyChosen && !eventsChanged ? chosen : null;
  const rows = useMemo(
    () =>
      GROUPINGS[grouping](rules, run.hits, {
        hidden,
        event,
        only: technique === null ? null : (rule) => namesTechnique(rule, technique),
      }),
    [grouping, rules, run.hits, hidden, event, technique],
  );
  return (
    <>
      <div className="catalog-filters">
        <Summary run={run} />
        <Segments
          legend="Grouped by"
          segments={GROUPING_NAMES.map((id) => ({ id }))}
          chosen={grouping}
          onChoose={(grouping) => findingsLook.setState({ grouping })}
        />
        <Levels run={run} hidden={hidden} onHide={setHidden} />
        <Toggle on={onlyChosen} onChange={setOnlyChosen}>
          Only event {chosen + 1}
        </Toggle>
        {technique === null ? null : (
          <button
            type="button"
            className="btn"
            title="Show the findings of every technique"
            onClick={() => findingsLook.setState({ technique: null })}
          >
            Only {technique} <span aria-hidden="true">×</span>
          </button>
        )}
      </div>
      <Changed run={run} />
      {rows.length > 0 ? (
        <FindingList
          key={grouping}
          rows={rows}
          rules={rules}
          linked={!eventsChanged}
          chosen={chosen}
          levelled={grouping !== 'Level'}
        />
      ) : (
        <p className="empty">{emptyWords(run, event, technique)}</p>
      )}
    </>
  );
}

interface LevelsProps {
  readonly run: Run;
  readonly hidden: ReadonlySet<Level>;
  readonly onHide: (hidden: ReadonlySet<Level>) => void;
}

/** The levels of the findings, to show or hide. */
function Levels({ run, hidden, onHide }: LevelsProps) {
  const rules = useCatalog((s) => s.catalog?.rules ?? NONE);
  const counts = useMemo(() => levelCounts(rules, run.hits), [rules, run.hits]);
  const toggle = (level: Level) => {
    const next = new Set(hidden);
    if (!next.delete(level)) next.add(level);
    onHide(next);
  };
  return (
    <fieldset className="catalog-levels">
      <legend className="visually-hidden">Levels shown</legend>
      {LEVELS.filter((level) => counts.has(level)).map((level) => (
        <button
          key={level}
          type="button"
          className="btn-quiet"
          aria-pressed={!hidden.has(level)}
          onClick={() => toggle(level)}
        >
          {LEVEL_NAMES[level]} {counts.get(level)}
        </button>
      ))}
    </fieldset>
  );
}

/** What has changed since the run, if anything, and a button to run again. */
function Changed({ run }: { readonly run: Run }) {
  const { settings } = run;
  const events = useSession((s) => s.events !== run.events);
  const sources = useSession((s) => s.settings.ignoreLogsource !== settings.ignoreLogsource);
  const format = useSession((s) => s.settings.format !== settings.format);
  const names = useSession(
    (s) => mappingKey(s.settings.mapping ?? NO_MAPPING) !== mappingKey(settings.mapping ?? NO_MAPPING),
  );
  if (!events && !format && !names && !sources) return null;
  return (
    <p className="catalog-said">
      {events
        ? 'The events have changed since this run.'
        : format
          ? 'The format of the events has changed since this run.'
          : names
            ? 'The field mappings have changed since this run.'
            : `This run ${settings.ignoreLogsource ? 'ignored' : 'respected'} log sources.`}{' '}
      <button type="button" className="btn" onClick={runAll}>
        Run again
      </button>
    </p>
  );
}

function emptyWords(run: Run, event: number | null, technique: string | null): string {
  if (run.hits.size === 0) return run.state === 'going' ? 'Nothing found yet.' : 'No rule matches any event.';
  const of = technique === null ? '' : ` of ${technique}`;
  return event === null
    ? `Nothing${of} at the levels shown.`
    : `No rule${of} at the levels shown matches event ${event + 1}.`;
}

function Summary({ run }: { readonly run: Run }) {
  const hitEvents = useMemo(() => eventsHit(run.hits, run.done), [run.hits, run.done]);
  const of = { going: 'so far', done: '', cancelled: 'before it was cancelled', failed: 'before it failed' }[
    run.state
  ];
  const unreadable = run.end?.unreadable ?? 0;
  return (
    <span role="status">
      {run.hits.size.toLocaleString('en')} {run.hits.size === 1 ? 'rule matches' : 'rules match'}{' '}
      {hitEvents.toLocaleString('en')} of {count(run.done, 'event')} {of}
      {unreadable > 0 ? ` · ${unreadable.toLocaleString('en')} unreadable` : ''}
    </span>
  );
}
