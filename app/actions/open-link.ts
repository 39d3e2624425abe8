import { decodeLink, isLink } from '../state/share';
import { notify } from '../ui/notices';
import { keepAside, replaceWork, restoreAside } from './work';

/** Opens the link in the address, if there is one. Saves the user's own work first; a broken link changes nothing. */
export async function openLinkInAddress(): Promise<void> {
  const { hash } = location;
  if (!isLink(hash)) return;
  // Removed at once, so that reloading after later edits does not bring back the link's content.
  history.replaceState(null, '', location.pathname + location.search);
  const opened = await decodeLink(hash);
  if (!opened.ok) {
    notify({
      key: 'link',
      text: `This link cannot be opened: ${opened.why}. Your work is unchanged.`,
    });
    return;
  }
  const kept = keepAside();
  replaceWork({ ...opened.shared, ruleName: '', eventsName: '' }, null);
  if (kept) {
    notify({
      key: 'link',
      text: 'Opened from a link. Your previous work is saved.',
      action: { label: 'Restore previous work', run: restoreAside },
    });
  } else notify({ key: 'link', text: 'Opened from a link.', for: 6000 });
}

/** Opens the link that the page was loaded with, and links pasted into the address later. */
export function watchLinks(): Promise<void> {
  window.addEventListener('hashchange', () => void openLinkInAddress());
  return openLinkInAddress();
}
