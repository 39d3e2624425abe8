import { watchLeaving } from './enter';
import { refresh } from './progress';
import { watchTries } from './trying';
import { offerDraft } from './write/try-draft';

let isFollowed = false;

/** From now on the open lesson's work is graded and kept, wherever on the page it is edited. */
export function followCourse(): void {
  if (isFollowed) return;
  isFollowed = true;
  offerDraft();
  watchLeaving();
  watchTries();
  window.addEventListener('storage', refresh);
}
