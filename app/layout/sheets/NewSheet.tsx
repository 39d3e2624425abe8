import { newSheet } from '../../actions/sheets';
import { useSheets } from '../../state/sheets';

/** Adds the second sheet. With two, the row of tabs has this button. */
export function NewSheet() {
  const isAlone = useSheets(({ list }) => list.length === 1);
  if (!isAlone) return null;
  return (
    <button
      type="button"
      className="btn-icon"
      data-new-sheet
      aria-label="New sheet"
      title="New sheet"
      onClick={newSheet}
    >
      +
    </button>
  );
}
