import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';

/** A panel that loads when it is opened: the first paint does not need it. */
export function opened(panel: () => Promise<{ default: ComponentType }>): ReactNode {
  const Panel = lazy(panel);
  return (
    <Suspense fallback={<p className="empty">Loading…</p>}>
      <Panel />
    </Suspense>
  );
}
