import { useMemo } from 'react';
import type { Compared, PinnedProblem } from '../../../src/live';
import { LineIndex } from '../../../src/text';
import { useResults } from '../../results/results';
import { Sentence } from '../../ui/Sentence';
import { Severity } from '../../ui/Severity';
import { comparedProblems } from './compared-problems';

const MOST_ROWS = 20;

/** The problems that only the pinned version has, and those that only the current one has. */
export function ProblemsOfBoth({ compared }: { readonly compared: Compared }) {
  const { pinned, problems } = compared;
  const current = useResults((r) => r.ruleProblems);
  const text = useResults((r) => r.ruleText);
  const found = useMemo(
    () => comparedProblems(problems, current, pinned === text),
    [problems, current, pinned, text],
  );
  if (found.pinned.length + found.current.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where they scroll, keys must reach them.
    <section className="compare-problems" aria-label="Problems that changed" tabIndex={0}>
      <h4>Problems</h4>
      <ul>
        <Rows text={pinned} problems={found.pinned} sign="−" says="only pinned" />
        <Rows text={text} problems={found.current} sign="+" says="only current" />
      </ul>
    </section>
  );
}

interface RowsProps {
  readonly text: string;
  readonly problems: readonly PinnedProblem[];
  readonly sign: string;
  readonly says: string;
}

function Rows({ text, problems, sign, says }: RowsProps) {
  const lines = useMemo(() => new LineIndex(text), [text]);
  const more = problems.length - MOST_ROWS;
  return (
    <>
      {problems.slice(0, MOST_ROWS).map(({ code, severity, range, message }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one text may have a problem twice at a place.
        <li key={`${code} ${range.start} ${i}`}>
          <span className="compare-sign" aria-hidden="true">
            {sign}
          </span>
          <Severity of={severity} />
          <span>
            <span className="soft">
              {says}, line {lines.position(range.start).line.toLocaleString('en')}:{' '}
            </span>
            <Sentence words={message} />
          </span>
        </li>
      ))}
      {more > 0 ? (
        <li className="soft">
          {more.toLocaleString('en')} more {says}
        </li>
      ) : null}
    </>
  );
}
