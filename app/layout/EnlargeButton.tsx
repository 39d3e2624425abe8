import type { Part } from '../state/session';
import { useNarrow } from '../ui/useNarrow';
import { toggleEnlarged, useEnlarged } from './enlarge';

/** The class of a part, and of the part that has the whole page. */
export function useEnlargedClass(part: Part, own: string): string {
  return useEnlarged() === part ? `${own} whole-part` : own;
}

/** Gives a part the whole page, and back. A phone shows one part at a time and has none. */
export function EnlargeButton({ part }: { readonly part: Part }) {
  const isEnlarged = useEnlarged() === part;
  const isNarrow = useNarrow();
  if (isNarrow) return null;
  const name = isEnlarged ? 'Back' : 'Enlarge';
  return (
    <button
      type="button"
      className="btn-icon"
      aria-label={name}
      title={`${name} (Alt+Enter)`}
      onClick={() => toggleEnlarged(part)}
    >
      <span aria-hidden="true">{isEnlarged ? '⤡' : '⤢'}</span>
    </button>
  );
}
