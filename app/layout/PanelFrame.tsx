import type { ReactNode } from 'react';
import { useResults } from '../results/results';
import { useSession } from '../state/session';

/**
 * Around each panel of results: from a change until the engine has answered, it looks like what it is, of before. Another
 * sheet has a panel of its own: what was opened or filtered in one is of no meaning in the other.
 */
export function PanelFrame({ children }: { readonly children: ReactNode }) {
  const awaited = useResults((r) => r.awaited);
  const sheet = useSession((s) => s.sheet);
  return (
    <div key={sheet} className={awaited ? 'low-frame earlier' : 'low-frame'} aria-busy={awaited}>
      {children}
    </div>
  );
}
