import { READERS, type Session, session } from '../state/session';
import { type Kept, save } from '../state/storage';
import { notify } from '../ui/notices';

const DELAY = 400;

const NO_ROOM = 'This browser has no room to save your work. Download it before you leave.';

/** Why nothing is kept at all, and what to do about it. */
function refusal(): string {
  return window.self === window.top
    ? 'This browser keeps nothing for this page: your work goes when you leave. Download it before.'
    : 'This page stands in a frame of another page, and the browser keeps nothing for it there: your work goes with the frame. Download it, or open this page in a tab of its own.';
}

/** Keeps the session in the browser: each changed field shortly after its last change, and all when the page goes. */
export function persist(): void {
  let saved: Session = session.getState();
  let timer = 0;
  let told = false;

  const flush = () => {
    clearTimeout(timer);
    const state = session.getState();
    let worst: Kept = 'kept';
    for (const key of Object.keys(READERS) as (keyof Session)[]) {
      const kept = state[key] === saved[key] ? 'kept' : save(key, state[key]);
      if (kept !== 'kept') worst = kept;
    }
    saved = state;
    if (worst === 'kept') told = false;
    else if (!told) {
      told = true;
      notify({ key: 'storage', text: worst === 'full' ? NO_ROOM : refusal() });
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
