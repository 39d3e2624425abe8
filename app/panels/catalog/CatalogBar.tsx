import { cancel, type Progress, removeCatalog, runAll, useCatalog } from '../../catalog/catalog';
import { useSession } from '../../session/session';
import { counted } from '../../ui/counted';
import { OpenRules } from './OpenRules';

interface CatalogBarProps {
  readonly brokenShown: boolean;
  readonly onBroken: () => void;
}

/** What the catalog is, and what can be done with it; while something is under way, how far it is. */
export function CatalogBar({ brokenShown, onBroken }: CatalogBarProps) {
  const info = useCatalog((c) => c.catalog);
  const progress = useCatalog((c) => c.progress);
  const noEvents = useSession((s) => s.events.trim() === '');
  if (!info && !progress) return null;
  const ready = info !== null && progress === null && info.rules.length > 0 && !noEvents;
  return (
    <div className="catalog-bar">
      {info ? (
        <>
          <strong className="catalog-name">{info.name}</strong>
          <span className="soft">
            {counted(info.rules.length, 'rule')} in {counted(info.files, 'file')}
          </span>
          {info.broken.length > 0 ? (
            <button type="button" className="btn-quiet" aria-pressed={brokenShown} onClick={onBroken}>
              {counted(info.broken.length, 'problem')}
            </button>
          ) : null}
          {info.kept ? null : <span className="bad">not kept: the browser has no room</span>}
        </>
      ) : null}
      <span className="gap" />
      {progress ? (
        <Working progress={progress} />
      ) : (
        <>
          <OpenRules replacing />
          <button type="button" className="btn" onClick={removeCatalog}>
            Remove
          </button>
        </>
      )}
      {info ? (
        <button
          type="button"
          className="btn btn-main"
          disabled={!ready}
          onClick={() => {
            if (brokenShown) onBroken();
            runAll();
          }}
        >
          Run all on my events
        </button>
      ) : null}
    </div>
  );
}

function Working({ progress }: { readonly progress: Progress }) {
  const { kind, share } = progress;
  return (
    <span className="catalog-working">
      <span className="soft">{wordsFor(progress)}</span>
      <progress
        aria-label={kind === 'run' ? 'Events done' : 'Files read'}
        {...(share === null ? {} : { value: share })}
      />
      {kind === 'remove' ? null : (
        <button type="button" className="btn" onClick={cancel}>
          Cancel
        </button>
      )}
    </span>
  );
}

function wordsFor({ kind, done, total }: Progress): string {
  if (kind === 'run') return counted(done, 'event');
  if (kind === 'remove') return 'Removing';
  return total === 0 ? 'Reading' : `Reading ${done.toLocaleString('en')} of ${counted(total, 'file')}`;
}
