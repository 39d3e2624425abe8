import type { ReactNode } from 'react';
import { type CatalogView, showView, useCatalogLook } from '../view';
import { BrokenFiles } from './BrokenFiles';
import { Findings } from './Findings';
import { Matrix } from './matrix/Matrix';
import { Segments } from './Segments';
import { Similar } from './Similar';
import { Statistics } from './Statistics';
import { Rules } from './search/Rules';

/** What each view shows. Those with a title are in the bar, in this order. */
export const VIEWS: Readonly<Record<CatalogView, { readonly title?: string; readonly panel: ReactNode }>> = {
  rules: { title: 'Rules', panel: <Rules /> },
  findings: { title: 'Findings', panel: <Findings /> },
  matrix: { title: 'ATT&CK', panel: <Matrix /> },
  similar: { title: 'Similar', panel: <Similar /> },
  statistics: { title: 'Statistics', panel: <Statistics /> },
  // Its button shows how many there are, and appears only if there are any.
  broken: { panel: <BrokenFiles /> },
};

const IN_THE_BAR = (Object.keys(VIEWS) as CatalogView[]).filter((view) => VIEWS[view].title);

/** The buttons that choose the view. */
export function ViewButtons() {
  const shown = useCatalogLook((l) => l.view);
  return (
    <Segments
      legend="View"
      segments={IN_THE_BAR.map((id) => ({ id, label: VIEWS[id].title ?? id }))}
      chosen={shown}
      onChoose={showView}
      className="catalog-views"
    />
  );
}
