import { useMemo } from 'react';
import { PAGE, told } from '../../../src/limits';
import { type Side, useSession, type Work } from '../../state/session';
import { DifferentLines } from '../compare/DifferentLines';
import { textDifference } from '../compare/text-difference';

/** What bringing a state back changes in the editors. */
export function Differences({ work }: { readonly work: Work }) {
  const settings = useSession((s) => s.settings);
  const sameSettings = JSON.stringify(settings) === JSON.stringify(work.settings);
  return (
    <div className="history-differences">
      <Difference side="rule" kept={work.rule} title="Rule" />
      <Difference side="events" kept={work.events} title="Events" />
      {sameSettings ? null : (
        <p className="soft">
          The settings differ too: log sources, version of Sigma, placeholders, mappings or checks.
        </p>
      )}
    </div>
  );
}

interface DifferenceProps {
  readonly side: Side;
  readonly kept: string;
  readonly title: string;
}

function Difference({ side, kept, title }: DifferenceProps) {
  const now = useSession((s) => s[side]);
  const isLong = Math.max(now.length, kept.length) > PAGE.difference.value;
  const hunks = useMemo(
    () => (now === kept || isLong ? null : textDifference(now, kept)),
    [now, kept, isLong],
  );
  return (
    <section className="history-side" aria-label={title}>
      <h3>{title}</h3>
      {now === kept || hunks?.length === 0 ? (
        <p className="empty">As in the editor.</p>
      ) : hunks ? (
        <DifferentLines hunks={hunks} label={`What bringing it back changes: ${title}`} />
      ) : (
        <p className="empty">
          {kept.length.toLocaleString('en')} characters, {now.length.toLocaleString('en')} in the editor.{' '}
          {isLong
            ? `Texts of more than ${told(PAGE.difference)} characters are not compared.`
            : 'They differ in too much to list it.'}
        </p>
      )}
    </section>
  );
}
