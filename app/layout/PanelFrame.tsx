import type { ReactNode } from 'react';
import { useResults } from '../results/results';

/** Around each panel of results: from a change until the engine has answered, it looks like what it is, of before. */
export function PanelFrame({ children }: { readonly children: ReactNode }) {
  const awaited = useResults((r) => r.awaited);
  return (
    <div className={awaited ? 'low-frame earlier' : 'low-frame'} aria-busy={awaited}>
      {children}
    </div>
  );
}
