import { PARTS, type Part, session, useSession } from '../state/session';
import { useNarrow } from '../ui/useNarrow';

/** Gives a part the whole page or, if it has that, each part its place again. The focus stays where it is. */
export function toggleEnlarged(part: Part): void {
  session.setState(({ enlarged }) => ({ enlarged: enlarged === part ? 'none' : part }));
}

/** The part that has the focus; null if none has. */
export function partWithFocus(): Part | null {
  const here = document.activeElement?.closest<HTMLElement>('[data-part]')?.dataset.part;
  return PARTS.find((part) => part === here) ?? null;
}

/** The part that has the whole page; null where each has its place, as on a phone, which shows one at a time. */
export function useEnlarged(): Part | null {
  const isNarrow = useNarrow();
  return useSession(({ enlarged, lesson }) => {
    const isThere = enlarged !== 'none' && (enlarged !== 'lesson' || lesson !== '');
    return isThere && !isNarrow ? enlarged : null;
  });
}
