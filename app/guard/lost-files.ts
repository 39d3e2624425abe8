import { notify } from '../ui/notices';
import { loadSheetsAgain, lostSheets, NOT_LOADED, watchOtherParts, whyNotLoaded } from './why-not-loaded';

/** Says so where a file does not come that has no place of its own on the page. */
export function watchFiles(): void {
  tellLostSheets();
  watchOtherParts(async () => {
    const why = NOT_LOADED[await whyNotLoaded()];
    notify({
      key: 'part',
      text: `A part of the page ${why} Everything else still works.`,
      action: { label: 'Reload the page', run: () => location.reload() },
    });
  });
}

/** The page's own sheet of styles. */
function tellLostSheets(): void {
  if (lostSheets().length === 0) return;
  notify({
    key: 'sheets',
    text: 'The looks of the page could not be loaded; everything works without them.',
    action: { label: 'Try again', run: () => void loadSheetsAgain().catch(tellLostSheets) },
  });
}
