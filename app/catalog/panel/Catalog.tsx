import { useEffect } from 'react';
import { Sentence } from '../../ui/Sentence';
import { findServed } from '../served-catalogs';
import { openKept, useCatalog } from '../store';
import { showView, useCatalogLook } from '../view';
import { AskToReplace } from './AskToReplace';
import { CatalogBar } from './CatalogBar';
import './catalog.css';
import { NewSettings } from './NewSettings';
import { ServedCatalogs } from './ServedCatalogs';
import { VIEWS } from './views';

/** The user's own rules: a search, and what all of them find in the events. Rules dropped here are loaded. */
export default function Catalog() {
  const catalog = useCatalog((s) => s.catalog);
  const busy = useCatalog((s) => s.job !== null);
  const failure = useCatalog((s) => s.failure);
  const view = useCatalogLook((l) => l.view);
  useEffect(openKept, []);
  useEffect(() => void findServed(), []);

  return (
    // What is dropped here goes through the page, which sees that it is here.
    <section className="catalog" aria-label="Catalog of rules" data-drop="catalog">
      <CatalogBar />
      {catalog || view === 'statistics' ? (
        VIEWS[view].panel
      ) : busy ? null : (
        <div className="empty">
          <p>
            Drop rules here, or open them: .yml files, a folder, or the zip of a SigmaHQ release. They stay in
            this browser and are never uploaded. Then run them all on your events.{' '}
            <button type="button" className="btn" onClick={() => showView('statistics')}>
              Statistics of SigmaHQ’s rules
            </button>
          </p>
          <ServedCatalogs />
        </div>
      )}
      {failure ? (
        <p className="catalog-said bad" role="alert">
          <span>
            <Sentence words={failure} />
          </span>
        </p>
      ) : null}
      <NewSettings />
      <AskToReplace />
    </section>
  );
}
