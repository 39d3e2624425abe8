import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 700px)');

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** True on a phone's width, where one pane is shown at a time. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
