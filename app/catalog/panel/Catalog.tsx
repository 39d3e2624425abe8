import { type DragEvent, useEffect, useState } from 'react';
import { notify } from '../../ui/notices';
import { Sentence } from '../../ui/Sentence';
import { type Gathered, gatherDropped } from '../gather';
import { findServed } from '../served-catalogs';
import { loadCatalog, openKept, useCatalog } from '../store';
import { showView, useCatalogLook } from '../view';
import { AskToReplace } from './AskToReplace';
import { CatalogBar } from './CatalogBar';
import './catalog.css';
import { prose } from '../../../src/text';
import { NewPlaceholders } from './NewPlaceholders';
import { ServedCatalogs } from './ServedCatalogs';
import { VIEWS } from './views';

/** The person's own rules: to search in, and what all of them find in the events. Rules dropped on it are loaded. */
export default function Catalog() {
  const catalog = useCatalog((s) => s.catalog);
  const busy = useCatalog((s) => s.job !== null);
  const failure = useCatalog((s) => s.failure);
  const [over, setOver] = useState(false);
  const view = useCatalogLook((l) => l.view);
  useEffect(openKept, []);
  useEffect(() => void findServed(), []);

  const drop = {
    onDragOver: (e: DragEvent) => {
      if (!e.dataTransfer.types.includes('Files')) return;
      e.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (e: DragEvent) => {
      setOver(false);
      if (!e.dataTransfer.types.includes('Files')) return;
      e.preventDefault();
      void gatherDropped(e.dataTransfer).then(load, () =>
        notify({ key: 'open', text: 'The browser could not read what was dropped.', for: 8000 }),
      );
    },
  };

  return (
    <section className={over ? 'catalog drop-over' : 'catalog'} aria-label="Catalog of rules" {...drop}>
      <CatalogBar onOpen={load} />
      {failure ? (
        <p className="catalog-said bad" role="alert">
          <Sentence words={prose(failure)} />
        </p>
      ) : null}
      <NewPlaceholders />
      {catalog || view === 'statistics' ? (
        VIEWS[view].panel
      ) : busy ? null : (
        <div className="empty">
          <p>
            Drop rules here, or open them: .yml files, a folder, or the zip of a SigmaHQ release. They are
            read in this browser and kept in it, and never uploaded. Then run all of them on your events.{' '}
            <button type="button" className="btn" onClick={() => showView('statistics')}>
              Statistics of SigmaHQ’s rules
            </button>
          </p>
          <ServedCatalogs />
        </div>
      )}
      <AskToReplace />
    </section>
  );
}

function load({ name, files }: Gathered): void {
  if (files.length > 0) loadCatalog(name, files);
  else
    notify({
      key: 'open',
      text: 'There is no .yml, .yaml or .zip file in what you opened.',
      for: 8000,
    });
}
