import { useRef } from 'react';
import { chosenFiles } from '../../actions/dropped';
import { useLog } from '../../log/store';
import { useResults } from '../../results/results';
import { count } from '../../ui/count';
import { openAny } from '../open-any';
import { cancelJob, openKeptAgain, removeCatalog, runAll, useCatalog } from '../store';
import { showView, useCatalogLook } from '../view';
import { ServedInBar } from './ServedCatalogs';
import { ViewButtons } from './views';

/** What is loaded and what can be done with it; while something is under way, how far it is. */
export function CatalogBar() {
  const catalog = useCatalog((s) => s.catalog);
  const unread = useCatalog((s) => s.unread);
  const busy = useCatalog((s) => s.job !== null);
  const broken = catalog?.broken.length ?? 0;
  const log = useLog((open) => open.name);
  const brokenShown = useCatalogLook((l) => l.view === 'broken');
  return (
    <div className="catalog-bar">
      {catalog ? (
        <>
          <button
            type="button"
            className="btn btn-main"
            disabled={busy || catalog.rules.length === 0}
            title={log ? 'The rules run over the events in the editor, not over the whole log' : undefined}
            onClick={runAll}
          >
            {log ? 'Run all on this event' : 'Run all on my events'}
          </button>
          <ViewButtons />
          <span className="catalog-name">
            <strong title={catalog.name}>{catalog.name}</strong>{' '}
            <span className="soft">
              {count(catalog.rules.length, 'rule')} in {count(catalog.files, 'file')}
              {catalog.kept ? '' : ' · lost on reload'}
            </span>
          </span>
          {broken > 0 ? (
            <button
              type="button"
              className="btn-quiet"
              aria-pressed={brokenShown}
              onClick={() => showView(brokenShown ? 'rules' : 'broken')}
            >
              {count(broken, 'file')} cannot run
            </button>
          ) : null}
        </>
      ) : null}
      <span className="gap" />
      {busy ? <Progress /> : null}
      {/* These stay in place while a job runs. Those that are always there come last. */}
      {unread ? (
        <button type="button" className="btn" disabled={busy} onClick={openKeptAgain}>
          Load the saved catalog
        </button>
      ) : null}
      {catalog ? (
        <>
          <button type="button" className="btn-quiet" disabled={busy} onClick={removeCatalog}>
            Remove
          </button>
          <ServedInBar disabled={busy} />
        </>
      ) : null}
      <Open label="Open files" detail={catalog ? 'in place of this catalog' : ''} disabled={busy} />
      <Open label="Open folder" folder detail={catalog ? 'in place of this catalog' : ''} disabled={busy} />
    </div>
  );
}

interface OpenProps {
  readonly label: string;
  readonly detail: string;
  readonly folder?: boolean;
  readonly disabled: boolean;
}

function Open({ label, detail, folder = false, disabled }: OpenProps) {
  const picker = useRef<HTMLInputElement>(null);
  const kind = folder ? { webkitdirectory: '' } : { accept: '.yml,.yaml,.zip' };
  return (
    <>
      <button
        type="button"
        className="btn"
        disabled={disabled}
        title={detail ? `${label} ${detail}` : undefined}
        onClick={() => picker.current?.click()}
      >
        {label}
      </button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={`${label} of rules`}
        {...kind}
        onChange={(e) => {
          const { files } = e.currentTarget;
          if (files && files.length > 0) void openAny(chosenFiles(files), 'catalog');
          // Emptied, so that the same files can be opened again.
          e.currentTarget.value = '';
        }}
      />
    </>
  );
}

/** How far the job is, and a button that stops it. */
function Progress() {
  const job = useCatalog((s) => s.job);
  const run = useCatalog((s) => s.run);
  const events = useResults((r) => r.outcome.total);
  const sameEvents = useResults((r) => r.outcome.events === run?.events);
  if (!job) return null;
  const running = job.kind === 'run' && run;
  const share = running ? run.share : job.total === null ? null : job.done / Math.max(1, job.total);
  const words = running
    ? sameEvents
      ? `${run.done.toLocaleString('en')} of ${count(events, 'event')}`
      : count(run.done, 'event')
    : job.kind === 'fetch'
      ? fetchedWords(job.done, job.total)
      : job.total === null
        ? 'Reading…'
        : `${job.done.toLocaleString('en')} of ${count(job.total, 'file')}`;
  return (
    <span className="catalog-progress late">
      <progress
        aria-label={running ? 'Events done' : job.kind === 'fetch' ? 'Fetched' : 'Files read'}
        {...(share === null ? {} : { value: share })}
      />
      <span className="soft">{words}</span>
      <button type="button" className="btn" onClick={cancelJob}>
        Cancel
      </button>
    </span>
  );
}

function fetchedWords(bytes: number, total: number | null): string {
  const megabytes = (number: number) => (number / 1_000_000).toFixed(1);
  if (bytes === 0 && total === null) return 'Fetching…';
  return total === null ? `${megabytes(bytes)} MB` : `${megabytes(bytes)} of ${megabytes(total)} MB`;
}
