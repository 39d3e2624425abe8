import './catalog.css';
import { type DragEvent, useEffect, useState } from 'react';
import { openCatalog, useCatalog } from '../../catalog/catalog';
import { droppedFiles } from '../../catalog/dropped';
import { Sentence } from '../../ui/Sentence';
import { Broken } from './Broken';
import { CatalogBar } from './CatalogBar';
import { OpenRules, take } from './OpenRules';
import { Results } from './Results';

/** The person's own rules, many of them, and runs of all over the events. Files, folders and zips may be dropped on it. */
export default function Catalog() {
  const [over, setOver] = useState(false);
  const [brokenShown, showBroken] = useState(false);
  const info = useCatalog((c) => c.catalog);
  const trouble = useCatalog((c) => c.trouble);
  useEffect(openCatalog, []);
  const drop = {
    onDragOver: (e: DragEvent) => {
      if (!e.dataTransfer.types.includes('Files')) return;
      e.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (e: DragEvent) => {
      e.preventDefault();
      setOver(false);
      void droppedFiles(e.dataTransfer).then(take);
    },
  };
  const broken = info && brokenShown && info.broken.length > 0;
  return (
    <div className={over ? 'catalog pane-over' : 'catalog'} {...drop}>
      <CatalogBar brokenShown={brokenShown} onBroken={() => showBroken(!brokenShown)} />
      {trouble ? (
        <p className="catalog-trouble" role="alert">
          <Sentence text={trouble} />
        </p>
      ) : null}
      {broken ? <Broken broken={info.broken} /> : info ? <Results rules={info.rules} /> : <Nothing />}
    </div>
  );
}

function Nothing() {
  const opened = useCatalog((c) => c.opened);
  const busy = useCatalog((c) => c.progress !== null);
  if (busy || !opened) return null;
  return (
    <div className="empty catalog-nothing">
      <p>
        Run many rules at once over your events. Drop a SigmaHQ release zip, a folder of rules or single files
        here. They are read and kept in this browser, and never uploaded.
      </p>
      <OpenRules />
    </div>
  );
}
