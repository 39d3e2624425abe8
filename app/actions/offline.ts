import { notify } from '../ui/notices';
import { keepOffline } from '../workers/offline/keep-offline';

/** Has the page kept for use without a network, and asks before a new version of it takes over. */
export function startOffline(): Promise<void> {
  return keepOffline((reload) =>
    notify({
      key: 'version',
      text: 'A new version of this page is there. Your work stays when you reload.',
      action: { label: 'Reload', run: reload },
    }),
  );
}
