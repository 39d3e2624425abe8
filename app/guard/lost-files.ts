import { notify } from '../ui/notices';
import {
  isTold,
  loadOwnSheetsAgain,
  lostSheets,
  NOT_LOADED,
  watchOtherParts,
  whyNotLoaded,
} from './why-not-loaded';

/** Says so where a file does not come that has no place of its own on the page. */
export function watchFiles(): void {
  tellLostSheets();
  // A sheet can still be on its way when the page starts. It is marked as lost before this is called. One that has failed may
  // have an empty sheet already, while its error is still to be told.
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'))
    link.addEventListener('error', tellLostSheets, { once: true });
  watchOtherParts(() => void tellLost('A part of the page'));
}

/** Says that something could not be loaded. `what` begins the sentence; `cause` is what its import failed with. */
export async function tellLost(what: string, cause?: unknown): Promise<void> {
  isTold(cause);
  notify({
    key: 'part',
    text: `${what} ${NOT_LOADED[await whyNotLoaded()]} Everything else still works.`,
    action: { label: 'Reload the page', run: () => location.reload() },
  });
}

/** The page's own sheet of styles. */
function tellLostSheets(): void {
  if (lostSheets().length === 0) return;
  notify({
    key: 'sheets',
    text: 'The looks of the page could not be loaded; everything works without them.',
    action: { label: 'Try again', run: () => void loadOwnSheetsAgain().catch(tellLostSheets) },
  });
}
