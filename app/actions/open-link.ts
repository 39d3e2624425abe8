import { decodeLink, isLink } from '../state/share';
import { notify } from '../ui/notices';
import { keepAside, replaceWork, restoreAside } from './work';

/** Opens the link in the address, if there is one. The person's own work is kept aside, and a broken link changes nothing. */
export async function openLinkInAddress(): Promise<void> {
  const { hash } = location;
  if (!isLink(hash)) return;
  // Dropped at once: a reload after later edits must not bring the link's content back over them.
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

/** Opens links: the one that the page came with, and those pasted into the address later. */
export function watchLinks(): Promise<void> {
  window.addEventListener('hashchange', () => void openLinkInAddress());
  return openLinkInAddress();
}
