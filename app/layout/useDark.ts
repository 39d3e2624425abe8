import { useEffect, useSyncExternalStore } from 'react';
import { useSession } from '../state/session';

const query = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** True where the page is dark: by the person's choice, or as the system says. Sets the document's theme as well. */
export function useDark(): boolean {
  const theme = useSession((s) => s.theme);
  const system = useSyncExternalStore(subscribe, () => query.matches);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  return theme === 'system' ? system : theme === 'dark';
}
