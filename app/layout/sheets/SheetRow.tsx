import { Later, Part } from '../../guard/later';
import { useSheets } from '../../state/sheets';

// Most visits have one sheet.
const STRIP = new Part('The row of sheets', () => import('./SheetStrip'));

/** The row of sheets, where there are several. */
export function SheetRow() {
  const isAlone = useSheets(({ list }) => list.length === 1);
  return isAlone ? null : <Later part={STRIP} waiting={<div className="page-sheets" />} />;
}
