import { useEffect, useSyncExternalStore } from 'react';
import { useSession } from '../state/session';

const query = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** True if the page is dark: by the user's choice or the system's. Also sets the document's theme. */
export function useDark(): boolean {
  const theme = useSession((s) => s.theme);
  const system = useSyncExternalStore(subscribe, () => query.matches);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  return theme === 'system' ? system : theme === 'dark';
}
