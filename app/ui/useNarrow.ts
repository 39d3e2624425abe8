import { useSyncExternalStore } from 'react';

// A page that is both narrow and low is zoomed in: three panes would have only a few lines each.
const query = window.matchMedia('(max-width: 700px), (max-width: 900px) and (max-height: 500px)');

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** True while `useNarrow` gives true. */
export function isNarrow(): boolean {
  return query.matches;
}

/** True on a phone, and when the page is zoomed to the size of one: one pane is shown at a time. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
