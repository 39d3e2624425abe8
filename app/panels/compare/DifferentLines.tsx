import type { DifferentLine, Hunk } from './text-difference';
import './compare.css';

const SIGNS: Readonly<Record<DifferentLine['kind'], string>> = { same: '', removed: '−', added: '+' };
const SAID: Readonly<Record<DifferentLine['kind'], string>> = {
  same: '',
  removed: 'removed: ',
  added: 'added: ',
};

/** The lines in which two texts differ, in a region that scrolls. */
export function DifferentLines({
  hunks,
  label,
}: {
  readonly hunks: readonly Hunk[];
  readonly label: string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="compare-text" aria-label={label} tabIndex={0}>
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
