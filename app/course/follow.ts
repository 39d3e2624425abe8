import { watchLeaving } from './enter';
import { refresh } from './progress';
import { watchTries } from './trying';
import { refreshDrafts } from './write/drafts';
import { followDrafts } from './write/try-draft';

let isFollowed = false;

/** From now on the open lesson's work is graded and kept, wherever on the page it is edited. */
export function followCourse(): void {
  if (isFollowed) return;
  isFollowed = true;
  followDrafts();
  watchLeaving();
  watchTries();
  // Another tab may have changed what the browser keeps.
  window.addEventListener('storage', () => {
    refresh();
    refreshDrafts();
  });
}
