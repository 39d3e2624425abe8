import { READERS, type Session, session } from '../state/session';
import { save } from '../state/storage';
import { notify } from '../ui/notices';

const DELAY = 400;

/**
 * Saves the session in the browser: each changed field shortly after its last change, and all fields when the page is
 * left.
 */
export function persist(): void {
  let saved: Session = session.getState();
  let timer = 0;
  let told = false;

  const flush = () => {
    clearTimeout(timer);
    const state = session.getState();
    let fits = true;
    for (const key of Object.keys(READERS) as (keyof Session)[]) {
      if (state[key] !== saved[key] && !save(key, state[key])) fits = false;
    }
    saved = state;
    if (fits) told = false;
    else if (!told) {
      told = true;
      notify({
        key: 'storage',
        text: 'This browser has no room to save your work. Download it before you leave.',
      });
    }
  };

  session.subscribe(() => {
    clearTimeout(timer);
    timer = window.setTimeout(flush, DELAY);
  });
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush();
  });
}
