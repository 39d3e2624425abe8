import { dismissKey, notify } from '../ui/notices';

/** Milliseconds in which nothing need be said of work that is under way. */
const SOON = 200;

/** Files that are being read, which a person may cancel. */
export interface ReadingNotice {
  readonly signal: AbortSignal;
  /** Says something else from now on. */
  say(text: string): void;
  /** The reading has ended, one way or the other. */
  readonly end: () => void;
}

/** Says that files are being read, with a button that cancels it, once that takes longer than a moment. */
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
