import { useState } from 'react';
import type { Left, Replaced } from '../../../src/redact';
import { count } from '../../ui/count';
import { inKinds, KINDS, STATES, WHY_LEFT } from './words';

/** So many rows are shown at first. */
const FIRST = 200;

interface ReplacedTableProps {
  readonly replaced: readonly Replaced[];
  readonly isBusy: boolean;
  readonly onKeep: (key: string, isKept: boolean) => void;
}

/** Each value with what stands for it; a value can be kept. */
export function ReplacedTable({ replaced, isBusy, onKeep }: ReplacedTableProps) {
  const [isLong, setLong] = useState(false);
  const rows = inKinds(replaced);
  const shown = isLong ? rows : rows.slice(0, FIRST);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it.
    <section className="share-scroll" aria-label="Replaced values" tabIndex={0} aria-busy={isBusy}>
      <table className="share-table">
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Original</th>
            <th scope="col">Replacement</th>
            <th scope="col" className="share-number">
              Places
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.key}>
              <td>{KINDS[row.kind]}</td>
              <td>
                <label className="share-value">
                  <input
                    type="checkbox"
                    aria-label={`Replace ${row.original}`}
                    checked={row.state === 'replaced'}
                    disabled={row.state === 'decides'}
                    onChange={(e) => onKeep(row.key, !e.target.checked)}
                  />
                  <code>{row.original}</code>
                </label>
              </td>
              <td>{row.state === 'replaced' ? <code>{row.replacement}</code> : STATES[row.state]}</td>
              <td className="share-number">{row.places}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length ? (
        <button type="button" className="btn-quiet" onClick={() => setLong(true)}>
          Show {rows.length - shown.length} more
        </button>
      ) : null}
    </section>
  );
}

/** What still stands somewhere of replaced values. */
export function LeftList({ left }: { readonly left: readonly Left[] }) {
  if (left.length === 0) return null;
  return (
    <section className="share-left" aria-label="Still in the text">
      <h3>Still in the text</h3>
      <ul>
        {left.map(({ kind, original, why, places }) => (
          <li key={`${kind} ${original} ${why}`}>
            <code>{original}</code> {WHY_LEFT[why]}, in {count(places, 'place')}
          </li>
        ))}
      </ul>
    </section>
  );
}
