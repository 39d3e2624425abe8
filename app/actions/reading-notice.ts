import { dismissKey, notify } from '../ui/notices';

/** Milliseconds before the page says that work is under way. */
const SOON = 200;

/** Files that are being read. The user can cancel. */
export interface ReadingNotice {
  readonly signal: AbortSignal;
  /** Changes the text of the notice. */
  say(text: string): void;
  /** Reading has ended, in whatever way. */
  readonly end: () => void;
}

/** Shows a notice, with a Cancel button, once reading takes longer than a moment. */
export function tellReading(text: string): ReadingNotice {
  const stop = new AbortController();
  const action = { label: 'Cancel', run: () => stop.abort() };
  let said = text;
  let shown = false;
  const show = () => {
    shown = true;
    notify({ key: 'reading', text: said, action });
  };
  const waiting = setTimeout(show, SOON);
  return {
    signal: stop.signal,
    say: (next) => {
      said = next;
      if (shown && !stop.signal.aborted) show();
    },
    end: () => {
      clearTimeout(waiting);
      dismissKey('reading');
    },
  };
}
