import { useDeferredValue, useMemo } from 'react';
import { useSession } from '../../state/session';
import { type DifferentLine, textDifference } from './text-difference';

const SIGNS: Readonly<Record<DifferentLine['kind'], string>> = { same: '', removed: '−', added: '+' };
const SAID: Readonly<Record<DifferentLine['kind'], string>> = {
  same: '',
  removed: 'removed: ',
  added: 'added: ',
};

/** The lines in which the present text differs from the pinned one. */
export function TextDifference({ pinned }: { readonly pinned: string }) {
  // Typing comes first; the difference follows when there is time.
  const rule = useDeferredValue(useSession((s) => s.rule));
  const hunks = useMemo(() => textDifference(pinned, rule), [pinned, rule]);
  if (!hunks) return <p className="empty">The two texts differ in too many lines to list them.</p>;
  if (hunks.length === 0) return <p className="empty">The text is the pinned one.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="compare-text" aria-label="Difference of the texts" tabIndex={0}>
      {hunks.map((hunk) => (
        <ol key={`${hunk[0]?.before} ${hunk[0]?.after}`} className="compare-hunk">
          {hunk.map(({ kind, text, before, after }) => (
            <li key={`${before} ${after}`} className={`compare-line compare-line-${kind}`}>
              <span className="compare-number" aria-hidden="true">
                {before}
              </span>
              <span className="compare-number" aria-hidden="true">
                {after}
              </span>
              <span className="compare-sign" aria-hidden="true">
                {SIGNS[kind]}
              </span>
              <span className="visually-hidden">{SAID[kind]}</span>
              <code>{text}</code>
            </li>
          ))}
        </ol>
      ))}
    </section>
  );
}
