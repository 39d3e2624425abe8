import { useSession } from '../../state/session';
import { arePlaceholdersNew, compileAgain, useCatalog } from '../store';

/** Says that the rules were compiled with placeholders that have changed since, and offers to compile them again. */
export function NewPlaceholders() {
  const catalog = useCatalog((s) => s.catalog);
  const busy = useCatalog((s) => s.job !== null);
  const placeholders = useSession((s) => s.settings.placeholders);
  if (busy || !arePlaceholdersNew(catalog, placeholders)) return null;
  return (
    <p className="catalog-said">
      The placeholders have changed since these rules were loaded.{' '}
      <button type="button" className="btn" onClick={compileAgain}>
        Reload them
      </button>
    </p>
  );
}
