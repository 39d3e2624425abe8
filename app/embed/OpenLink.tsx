import { useEffect, useState } from 'react';
import { useSession } from '../state/session';
import { encodeLink } from '../state/share';

/** Leads to the page itself with the same work, in a tab of its own. */
export function OpenLink() {
  const hash = useHash();
  if (hash === null) return <span className="soft">This is too much for a link to the playground.</span>;
  return (
    <a className="embed-open" href={`./${hash}`} target="_blank" rel="noopener noreferrer">
      Open in the playground <span aria-hidden="true">↗</span>
    </a>
  );
}

/** After the last change of a text, so many milliseconds pass until the link is made anew. */
const SOON = 250;

/** The fragment with the present work and the chosen event; null if it is too much for a link. */
function useHash(): string | null {
  const rule = useSession((s) => s.rule);
  const events = useSession((s) => s.events);
  const settings = useSession((s) => s.settings);
  const selected = useSession((s) => s.selected);
  const [work, setWork] = useState<string | null>('');
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      void encodeLink({ rule, events, settings }).then((made) => {
        if (isWanted) setWork(made.ok ? made.hash : null);
      });
    }, SOON);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [rule, events, settings]);
  return work === null || work === '' || selected === 0 ? work : `${work}&event=${selected + 1}`;
}
