import { useMemo, useState } from 'react';
import { type CatalogRule, LEVELS, type Level } from '../../../src/catalog/catalog';
import { type CatalogRun, runAll, useCatalog } from '../../catalog/catalog';
import { rowsOf, rulesByLevel } from '../../catalog/found';
import { useSession } from '../../session/session';
import { counted } from '../../ui/counted';
import { ResultList } from './ResultList';

/** What a run of all rules has found so far, by level. */
export function Results({ rules }: { readonly rules: readonly CatalogRule[] }) {
  const run = useCatalog((c) => c.run);
  if (!run) {
    return (
      <p className="empty">
        {rules.length === 0
          ? 'None of these rules can run; the problems say why.'
          : 'The rules are loaded. Run them all, and those that match appear here, the gravest first.'}
      </p>
    );
  }
  return <Run rules={rules} run={run} />;
}

interface RunProps {
  readonly rules: readonly CatalogRule[];
  readonly run: CatalogRun;
}

function Run({ rules, run }: RunProps) {
  const [hidden, hide] = useState<ReadonlySet<Level>>(new Set());
  const otherEvents = useSession((s) => s.events !== run.events);
  const otherSetting = useSession((s) => s.settings.ignoreLogsource !== run.ignoreLogsource);
  const rows = useMemo(() => rowsOf(run.found, rules, hidden), [run.found, rules, hidden]);
  const counts = useMemo(() => rulesByLevel(run.found, rules), [run.found, rules]);
  const toggle = (level: Level) => {
    const next = new Set(hidden);
    if (!next.delete(level)) next.add(level);
    hide(next);
  };
  const running = run.state === 'running';
  return (
    <>
      <div className="catalog-bar">
        <fieldset className="levels">
          <legend className="unseen">Levels shown</legend>
          {LEVELS.map((level) => (
            <button
              key={level}
              type="button"
              className="btn-quiet"
              aria-pressed={!hidden.has(level)}
              onClick={() => toggle(level)}
            >
              <span aria-hidden="true">{hidden.has(level) ? '○ ' : '✓ '}</span>
              {level} {counts[level]}
            </button>
          ))}
        </fieldset>
        <span className="gap" />
        <span className="soft" role="status">
          {running ? '' : summaryOf(run)}
        </span>
        {!running && (otherEvents || otherSetting) ? (
          <>
            <span className="pill">
              {otherEvents ? 'of the earlier text of the events' : 'of the earlier choice of log sources'}
            </span>
            <button type="button" className="btn" onClick={runAll}>
              Run again
            </button>
          </>
        ) : null}
      </div>
      {rows.length > 0 ? (
        <ResultList rows={rows} rules={rules} linked={!otherEvents} />
      ) : (
        <p className="empty">{nothingIn(run)}</p>
      )}
    </>
  );
}

function summaryOf({ found, done, state, end }: CatalogRun): string {
  const matches = [...found.values()].reduce((sum, { count }) => sum + count, 0);
  const unreadable = end && end.unreadable > 0 ? `, ${end.unreadable.toLocaleString('en')} unreadable` : '';
  const over = `${state === 'stopped' ? 'stopped after ' : ''}${counted(done, 'event')}${unreadable}`;
  return `${counted(found.size, 'rule')}, ${counted(matches, 'match', 'matches')} · ${over}`;
}

function nothingIn({ found, state }: CatalogRun): string {
  if (found.size > 0) return 'All levels that have matches are hidden.';
  return state === 'running' ? 'No match yet.' : 'No rule matches any of these events.';
}
