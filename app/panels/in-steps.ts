import { useEffect, useMemo, useState } from 'react';
import { breathe, Turns } from '../../src/turns';
import { keepBusy } from '../results/resting';

/** So many steps are taken while the panel is drawn: whatever takes no more is there at once. */
const AT_ONCE = 4;

type Started<T> = { readonly value: T } | { readonly work: Generator<unknown, T> };

function started<T>(begin: () => Generator<unknown, T>): Started<T> {
  const work = begin();
  for (let i = 0; i < AT_ONCE; i++) {
    const step = work.next();
    if (step.done) return { value: step.value };
  }
  return { work };
}

/**
 * What `begin` makes in steps, each of which takes little time: at once if it takes few, otherwise later, with room for
 * keys and frames between the steps. Null until then. A new `begin` starts anew, so keep it (`useCallback`).
 */
export function useInSteps<T>(begin: () => Generator<unknown, T>): T | null {
  const start = useMemo(() => started(begin), [begin]);
  const [made, setMade] = useState<{ readonly of: Started<T>; readonly value: T } | null>(null);
  useEffect(() => {
    if ('value' in start) return;
    let isWanted = true;
    const isMade = keepBusy();
    const turns = new Turns(async () => (await breathe()) && isWanted);
    void turns.through(start.work).then((end) => {
      if (end && isWanted) setMade({ of: start, value: end.value });
      isMade();
    });
    return () => {
      isWanted = false;
    };
  }, [start]);
  if ('value' in start) return start.value;
  return made?.of === start ? made.value : null;
}
