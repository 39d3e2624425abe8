import { useSession } from '../../state/session';
import { compileAgain, useCatalog, whatIsNew } from '../store';

/** Says that the rules were compiled with settings that have changed since, and offers to compile them again. */
export function NewSettings() {
  const catalog = useCatalog((s) => s.catalog);
  const busy = useCatalog((s) => s.job !== null);
  const settings = useSession((s) => s.settings);
  const what = busy ? null : whatIsNew(catalog, settings);
  if (!what) return null;
  return (
    <p className="catalog-said">
      {what === 'version'
        ? 'These rules were read as another version of Sigma.'
        : 'The placeholders have changed since these rules were loaded.'}{' '}
      <button type="button" className="btn" onClick={compileAgain}>
        Reload them
      </button>
    </p>
  );
}
