import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';

/** A panel that is loaded once it is opened: the first sight of the page does without. */
export function opened(panel: () => Promise<{ default: ComponentType }>): ReactNode {
  const Panel = lazy(panel);
  return (
    <Suspense fallback={<p className="empty">Loading…</p>}>
      <Panel />
    </Suspense>
  );
}
