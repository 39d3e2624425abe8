import { useEffect } from 'react';
import { newSheet } from '../../actions/sheets';
import { Later, Part } from '../../guard/later';
import { keepBusy } from '../../results/resting';
import { useSheets } from '../../state/sheets';

/** Most visits have one sheet. */
export const STRIP = new Part('The row of sheets', () => import('./SheetStrip'));

/** The row of sheets, where there are several. */
export function SheetRow() {
  const isAlone = useSheets(({ list }) => list.length === 1);
  return isAlone ? null : <Later part={STRIP} waiting={<Coming />} />;
}

/** In the place of the row, which is on its way: what adds another sheet is there all the time. */
function Coming() {
  useEffect(keepBusy, []);
  return (
    <div className="page-sheets">
      <button type="button" className="btn-icon" aria-label="New sheet" title="New sheet" onClick={newSheet}>
        +
      </button>
    </div>
  );
}
