import { useEffect, useState } from 'react';
import { type Listed, listStates, onHistoryChange, type Trouble, troubleOf } from '../../state/history';

/** What is kept, as far as it is known: null until it has been read. */
export type HistoryRead = (Listed & { readonly trouble: null }) | { readonly trouble: Trouble } | null;

/** The states that are kept, as they are now. */
export function useHistory(): HistoryRead {
  const [read, setRead] = useState<HistoryRead>(null);
  useEffect(() => {
    let turn = 0;
    const load = async () => {
      const mine = ++turn;
      const next = await listStates().then(
        (listed): HistoryRead => ({ ...listed, trouble: null }),
        (error: unknown): HistoryRead => ({ trouble: troubleOf(error) }),
      );
      if (mine === turn) setRead(next);
    };
    void load();
    const end = onHistoryChange(() => void load());
    return () => {
      turn = -1;
      end();
    };
  }, []);
  return read;
}
