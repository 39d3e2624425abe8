import { useMemo } from 'react';
import type { Compared } from '../../../src/live';
import { useResults } from '../../results/results';
import { comparedFirings } from './compared-firings';
import { firingCounts } from './words';

const MOST_ROWS = 8;

/** How often each correlation that fires otherwise fires in the pinned and in the current version. */
export function FiringsOfBoth({ compared }: { readonly compared: Compared }) {
  // Those of a run come before its comparison, so that both are of the same events.
  const together = useResults((r) => r.outcome.together);
  const all = useMemo(() => comparedFirings(compared, together), [compared, together]);
  if (all.length === 0) return null;
  const more = all.length - MOST_ROWS;
  return (
    <table className="compare-counts" aria-label="Firings of both versions">
      <thead>
        <tr>
          <th scope="col">Firings</th>
          <th scope="col">Pinned</th>
          <th scope="col">Current</th>
        </tr>
      </thead>
      <tbody>
        {all.slice(0, MOST_ROWS).map((one, i) => {
          const [pinned, current] = firingCounts(one);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: several may have one title.
            <tr key={i}>
              <th scope="row">{one.title}</th>
              <td>{pinned}</td>
              <td>{current}</td>
            </tr>
          );
        })}
        {more > 0 ? (
          <tr>
            <th scope="row">{more.toLocaleString('en')} more</th>
            <td />
            <td />
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}
